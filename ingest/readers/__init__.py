"""Files of many formats as pages of lines or blocks, one reader a format."""
