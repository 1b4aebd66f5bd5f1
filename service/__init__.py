"""Questions become answers with their sources: on the command line, over HTTP and in the widget."""
