"""What goes over HTTP, as pydantic models: the only place where bytes from outside become records, and records JSON."""
