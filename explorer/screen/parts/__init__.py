"""What pages are made of: blocks, lines, drawers, downloads."""
