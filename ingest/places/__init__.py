"""Places of Danish administration: municipalities and regions, found in text however they are spelt."""
