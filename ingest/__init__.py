"""Files become records: documents, meetings, agenda items, passages and facts, each with its place."""
