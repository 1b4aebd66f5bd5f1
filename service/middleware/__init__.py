"""What every request passes on its way in and out, one idea a file, all plain ASGI so that streams stay streams."""
