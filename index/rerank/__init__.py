"""Orders the first hundred passages by what a match looks like: coverage, proximity, place, kind of answer."""
