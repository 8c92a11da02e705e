"""The blocks of pages that have blocks of their own."""
