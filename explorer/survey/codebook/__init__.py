"""The codebook: what is asked, what can be answered, and what may be compared."""
