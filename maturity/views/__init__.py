"""Every view: which charts there are, and how an address becomes one of them."""
