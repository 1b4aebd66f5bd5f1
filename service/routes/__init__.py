"""The routes, one file for each thing a caller may ask for."""
