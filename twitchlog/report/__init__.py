"""The page for the doctor: the facts are picked once and rendered in every format."""
