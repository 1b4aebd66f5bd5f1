"""From a question as understood to an answer: one kind of question a file, then the pick of the best or a refusal."""
