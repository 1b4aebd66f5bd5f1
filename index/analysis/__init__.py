"""From text to terms: `chain.Analysis` for a corpus, `chain.analyse` for text alone, `lexicon.lexicon()` between languages."""
