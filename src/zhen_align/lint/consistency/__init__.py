"""Whether terms are rendered as expected, over all documents at once."""
