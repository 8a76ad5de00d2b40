"""Pure text: scripts and widths, places, sentences, words, quantities. No files."""
