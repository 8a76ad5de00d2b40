"""Two accounts of one work: which texts they are, what corresponds, what differs."""
