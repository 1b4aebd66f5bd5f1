"""The metrics, one file each under its standard name."""
