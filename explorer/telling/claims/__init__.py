"""What a page claims of its figures, before it is put into words: a sentence says no more than its claim."""
