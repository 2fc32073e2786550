#!/usr/bin/env python3
"""Gives every value that bayan-searcher lists of an index back to it as a filter.

    paste_facets.py INDEX

The filter must be understood and find the statements that were counted, at least: a name may be part of
others' names, and is, with «=» before it, that very name.
"""
import json
import subprocess
import sys

OPTIONS = {"person": "--person", "country": "--country", "org": "--org", "position": "--position",
           "issuer": "--issuer", "year": "--date", "month": "--date"}
EXACT = ("country", "year", "month")


def ask(index, arguments):
    command = ["bayan-searcher", "-d", index, "--format", "json", *arguments]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, (command, done.stderr)
    return json.loads(done.stdout)


def main():
    index = sys.argv[1]
    pasted = 0
    for facet, values in ask(index, ["--list=" + ",".join(OPTIONS)])["facets"].items():
        for value in values:
            for name in (value["name"], "=" + value["name"]):
                total = ask(index, ["-n", "1", OPTIONS[facet], name])["total"]
                fits = total == value["count"] if facet in EXACT else total >= value["count"]
                assert fits, (facet, name, total, value["count"])
                pasted += 1
    print("%d filters" % pasted)


if __name__ == "__main__":
    main()
