"""What the diary shows: points to raise, by the rules in `red_flags.toml`, each with its evidence."""
