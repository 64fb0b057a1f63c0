"""The table of an experiment: means over seeds with their 95 % intervals, in the paper's form. No torch."""
