"""Pictures of the diary, drawn on the axes given, in one look."""
