"""What comes in: the files of ``data/``, survey exports, what the report printed, and simulated waves."""
