"""A term is asked for; the glossary answers, and never with another term."""
