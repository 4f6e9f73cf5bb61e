"""The diary on disk: tables, migrations, the journal, and the one way to read and write them."""
