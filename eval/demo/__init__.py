"""A small corpus and question set of our own writing, to try Kildesvar on; every meeting, person and case in it is made up."""
