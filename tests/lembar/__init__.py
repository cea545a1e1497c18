"""Tests of the spreadsheet door: workbooks of every kind, good and hostile."""
