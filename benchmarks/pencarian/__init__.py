"""How well a reader's words find the right entries: judged queries, measures, and the searches that are compared.

The judgements lie in ``tests/search``; the tests there hold our own search to its floors, this package compares it.
"""
