"""From text to the terms that are searched: `chain.Analysis` for a corpus, `chain.analyse` for text alone, `lexicon.Lexicon` between languages."""
