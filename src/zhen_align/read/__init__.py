"""Files -> Documents: decoding, who translates whom, one module for each format."""
