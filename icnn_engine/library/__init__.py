"""The engine in Python, for scripts and notebooks: `import icnn_engine as partscope` (docs/library.md).

What is returned is frozen, prints readably and draws itself in a notebook. Long work shows a progress bar; its warnings
are printed. An interrupt raises KeyboardInterrupt after the work has been put away as by Ctrl-C on the command line.
"""
