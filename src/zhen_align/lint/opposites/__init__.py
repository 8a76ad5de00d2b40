"""Words that say opposite things, and where a translation says the one for the other."""
