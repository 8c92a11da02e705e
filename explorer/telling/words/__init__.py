"""The words for figures, origins, groups and gaps: what sentences, pictures and tables share."""
