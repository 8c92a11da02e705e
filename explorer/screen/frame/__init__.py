"""What stands around every page: who looks, the filters, search, the address, the navigation."""
