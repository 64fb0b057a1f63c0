"""What the program carries with it: no code, read through `importlib.resources`."""
