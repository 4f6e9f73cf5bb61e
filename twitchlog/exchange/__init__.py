"""One file per format: file -> entries and a report of rows read, used, refused and why; and the way out."""
