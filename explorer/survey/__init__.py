"""The vocabulary of the explorer, pure: codebook, geography, what is asked, figures, and how numbers are written."""
