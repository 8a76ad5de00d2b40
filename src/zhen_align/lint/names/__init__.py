"""Latin names of two sides: which is damaged, and which is another name altogether."""
