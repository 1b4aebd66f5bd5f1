"""From files to records: finds the files, reads each in a bounded process, and reports what became of it."""
