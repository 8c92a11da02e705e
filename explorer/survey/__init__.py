"""The vocabulary of the explorer: codebook, geography, what is asked, figures, and how numbers are written.

Pure, but for the readers of the files that codebook and geography stand in; nothing here knows a database or a screen.
"""
