"""Benchmarks beside their peers: figures are printed, as ratios of one run, never asserted."""
