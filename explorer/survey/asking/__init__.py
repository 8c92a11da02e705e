"""Who asks, for what: viewer, selection, groups, the address of a page, search."""
