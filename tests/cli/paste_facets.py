#!/usr/bin/env python3
"""Gives every value that bayan-searcher prints of an index back to it as a filter.

    paste_facets.py INDEX

Each must find the statements that were counted, no more and no fewer: as an option, as printed for
readers of English and of Arabic, and as a field of a query.
"""
import json
import re
import subprocess
import sys

OPTIONS = {"person": "--person", "country": "--country", "org": "--org", "position": "--position",
           "issuer": "--issuer", "year": "--date", "month": "--date"}
LOCALES = ("en", "ar-EG")


def ask(index, *arguments):
    done = subprocess.run(["bayan-searcher", "-d", index, *arguments], capture_output=True, text=True)
    assert done.returncode == 0, (arguments, done.stderr)
    return done.stdout


def printed_values(index, facet, locale):
    for line in ask(index, "--list=" + facet, "--locale", locale).splitlines():
        row = re.fullmatch(r" +(\d+)  (.*)", line)
        if row:
            yield row.group(2), int(row.group(1))


def in_query(facet, value):
    sign, name = ("=", value[1:]) if value.startswith("=") else ("", value)
    return '%s:%s"%s"' % (facet, sign, name.replace('"', " "))


def check_options(index):
    checked = set()
    for facet, option in OPTIONS.items():
        for locale in LOCALES:
            for value, count in printed_values(index, facet, locale):
                if (facet, value) in checked:
                    continue
                total = json.loads(ask(index, "-n", "1", "--format", "json", option, value))["total"]
                assert total == count, (facet, value, total, count)
                checked.add((facet, value))
    return len(checked)


def check_queries(index):
    values = [(facet, *row) for facet in OPTIONS for row in printed_values(index, facet, "en")]
    with open("pasted.tsv", "w") as queries:
        for number, (facet, value, _) in enumerate(values):
            queries.write("%d\t%s\n" % (number, in_query(facet, value)))
    answers = ask(index, "--queries", "pasted.tsv", "--format", "json").splitlines()
    for (facet, value, count), answer in zip(values, answers, strict=True):
        total = json.loads(answer)["total"]
        assert total == count, (facet, value, total, count)
    return len(values)


def main():
    index = sys.argv[1]
    print("%d filters, %d fields" % (check_options(index), check_queries(index)))


if __name__ == "__main__":
    main()
