"""Questions made from the records of an index, with answers that are known because the records hold them."""
