"""Tests of the built site in Chromium."""
