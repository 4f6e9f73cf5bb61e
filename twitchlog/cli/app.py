"""The typer door, whole: importing the families of commands hangs them on it, in the order in which help shows them."""

from twitchlog.cli.door import app

# isort: split
from twitchlog.cli import commands_writing

# isort: split
from twitchlog.cli import commands_looking

# isort: split
from twitchlog.cli import commands_mending

# isort: split
from twitchlog.cli import commands_whole

FAMILIES = (commands_writing, commands_looking, commands_mending, commands_whole)
"""Every family of commands. What a command does stands in the module that its function names."""

__all__ = ["FAMILIES", "app"]
