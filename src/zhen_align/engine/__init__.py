"""Where work runs: the cache, the worker processes, a session over files."""
