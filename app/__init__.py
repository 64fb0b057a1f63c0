"""The window of Partscope: it drains the engine's operations on worker threads and shows what they say."""
