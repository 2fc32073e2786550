#!/usr/bin/env python3
"""Builds corpus/archive.zip out of corpus/archive/, the same bytes every time."""
import pathlib
import zipfile

here = pathlib.Path(__file__).resolve().parent
with zipfile.ZipFile(here / "archive.zip", "w", zipfile.ZIP_DEFLATED) as archive:
    for path in sorted((here / "archive").iterdir()):
        entry = zipfile.ZipInfo(path.name, date_time=(2024, 1, 1, 0, 0, 0))
        entry.compress_type = zipfile.ZIP_DEFLATED
        entry.external_attr = 0o644 << 16
        archive.writestr(entry, path.read_bytes())
