"""Passages: what is retrieved and cited, packed from blocks without crossing an agenda item or section."""
