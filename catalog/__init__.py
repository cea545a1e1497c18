"""The innovation catalogue: files in git become a validated, counted, searchable public website."""
