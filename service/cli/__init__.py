"""The command line: `main` finds the commands, and each command stands in a file of its own name."""
