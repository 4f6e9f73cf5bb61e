"""A report as a file: the format by its ending, or by name."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from twitchlog.errors import TwitchlogError
from twitchlog.files import write_private

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchlog.report.summary import Summary

FORMATS = ("pdf", "html")


class UnknownReportFormat(TwitchlogError):
    """The file's ending, or the format named, is none that a report can have."""

    code = "unknown_format"


def write_report(summary: Summary, path: str, report_format: str | None = None) -> None:
    """Write the page for the doctor to a file that its owner alone can read.

    Args:
        summary: As `report.summary.summary` picks it.
        path: Where to; an existing file is replaced in one step.
        report_format: One of FORMATS; without it the ending of `path` decides.

    Raises:
        UnknownReportFormat: Neither names a format.
        TargetUnwritable: The file can't be written there.
    """
    write_private(path, _renderer(format_of(path, report_format))(summary))


def format_of(path: str, report_format: str | None = None) -> str:
    """The format that was named, else that of the file's ending.

    Raises:
        UnknownReportFormat: It is none of FORMATS.
    """
    chosen = (report_format or os.path.splitext(path)[1]).lower().removeprefix(".")
    if chosen not in FORMATS:
        known = " or ".join(f".{one}" for one in FORMATS)
        raise UnknownReportFormat(
            f"“{report_format or os.path.basename(path)}” names no format that a report can have.",
            hint=f"End the file's name in {known}, as in visit.pdf, or say --format {FORMATS[0]}.",
        )
    return chosen


def _renderer(report_format: str) -> Callable[[Summary], bytes]:
    """The function that renders a format, loaded when it is needed: Typst and matplotlib take their time."""
    if report_format == "pdf":
        from twitchlog.report.as_pdf import pdf_of

        return pdf_of
    from twitchlog.report.as_html import html_of

    return html_of
