"""The geometry of the maps: outlines, projection, paths, circles that do not hide each other, names that fit.

Plain numbers in, plain numbers out, the same on every machine: only + − × ÷ and square roots are used, and what is
written is rounded. What a map shows and how it looks is decided by the pages.
"""
