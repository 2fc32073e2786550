#!/usr/bin/env python3
"""Lists what bayan-searcher may say of an error and has no Arabic for.

    untranslated.py SOURCE

Reads the text of fail(kind, message, hint) calls and holds it against the table of messages. Text
that only joins other text is left out: what has fewer than two words.
"""
import re
import sys
from pathlib import Path

FOLDERS = ("searcher", "common/cli")
STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
ADJACENT = re.compile(r'(?:"(?:[^"\\]|\\.)*"\s*)+')


def text_of(strings):
    return "".join(STRING.findall(strings)).replace('\\"', '"')


def call_at(source, begin):
    """The arguments of a call, from its opening bracket to the one that closes it."""
    depth, at = 0, begin
    while True:
        string = STRING.match(source, at)
        if string:
            at = string.end()
            continue
        depth += {"(": 1, ")": -1}.get(source[at], 0)
        at += 1
        if depth == 0:
            return source[begin:at]


def patterns(table):
    for row in re.finditer(r"MessageRow\{\s*(" + ADJACENT.pattern + ")", table):
        yield re.compile(".*?".join(map(re.escape, text_of(row.group(1)).split("{}"))), re.DOTALL)


def main():
    root = Path(sys.argv[1])
    known = list(patterns((root / "common/cli/messages.cc").read_text()))
    missing = set()
    for file in sorted(path for folder in FOLDERS for path in (root / folder).glob("*.cc")):
        source = file.read_text()
        for call in re.finditer(r"\bfail\(", source):
            for strings in ADJACENT.finditer(call_at(source, call.end() - 1)):
                said = re.sub(r"\{[^}]*\}", "X", text_of(strings.group())).removeprefix("query: ")
                if len(re.findall(r"[A-Za-z]{2,}", said)) > 1 and not any(one.fullmatch(said) for one in known):
                    missing.add("%s: %s" % (file.relative_to(root), said))
    print("\n".join(sorted(missing)) or "every message has its Arabic")


if __name__ == "__main__":
    main()
