"""From figures to what is told. Nothing here knows a screen."""
