"""Whether a value of the asked kind is said of the asked thing: a number of its noun, a price of what is priced."""
