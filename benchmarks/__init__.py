"""What the catalogue costs at scale, measured beside what a user would pick instead, in one run.

``python -m benchmarks`` runs it; ``python -m benchmarks.generator`` writes the entries it runs on. No part of the
product imports this package.
"""
