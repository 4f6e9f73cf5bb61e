"""What the package's modules import, read from their source: nothing is run, so lazy and type-only imports count."""

from __future__ import annotations

import ast
import os
from functools import cache

PACKAGE = "twitchlog"
ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


@cache
def sources() -> dict[str, str]:
    """Every module of the package, by its dotted name, and its source."""
    found = {}
    for folder, _, names in os.walk(os.path.join(ROOT, PACKAGE)):
        for name in names:
            if name.endswith(".py"):
                path = os.path.join(folder, name)
                dotted = os.path.relpath(path, ROOT).removesuffix(".py").replace(os.sep, ".")
                with open(path, encoding="utf-8") as file:
                    found[dotted.removesuffix(".__init__")] = file.read()
    return found


@cache
def imports_of(module: str) -> frozenset[str]:
    """The dotted names that a module imports anywhere in it; `from a import b` is both `a` and `a.b`."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(sources()[module])):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{module} imports relatively; the package names its modules in full"
            found.add(str(node.module))
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return frozenset(found)


def own_imports_of(module: str) -> frozenset[str]:
    """The modules of the package that a module imports; `from twitchlog import words` is `twitchlog.words` alone.

    The package itself is left out: whoever imports any of its modules has imported it already.
    """
    known = imports_of(module) & sources().keys() - {PACKAGE}
    packages = {name.rpartition(".")[0] for name in known}
    return frozenset(name for name in known if name not in packages or imports_itself(module, name))


def imports_itself(module: str, package: str) -> bool:
    """Whether a module takes something from a package's own `__init__`, not just one of its modules."""
    for node in ast.walk(ast.parse(sources()[module])):
        if isinstance(node, ast.Import) and package in [alias.name for alias in node.names]:
            return True
        if isinstance(node, ast.ImportFrom) and node.module == package:
            return any(f"{package}.{alias.name}" not in sources() for alias in node.names)
    return False
