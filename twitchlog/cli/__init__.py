"""The shell: ask, call, say. Two doors lead to the same functions; nothing else in the package prints."""
