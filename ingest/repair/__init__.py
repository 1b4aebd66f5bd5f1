"""Mends what fonts, line breaks and extractors did to text: one fault, one file."""
