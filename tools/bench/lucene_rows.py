#!/usr/bin/env python3
"""Rows for LuceneQueries.java: lucene_rows.py CORPUS.jsonl < DRY-RUN > ROWS.

CORPUS.jsonl has the texts, DRY-RUN («bayan-indexer --dry-run CORPUS.jsonl») what is recognised in
them, so that Lucene counts the facets that Bayan counts.
"""
import json
import sys


def one_line(text):
    return " ".join(text.split())


def facets_of(statement):
    values = [("country", country) for country in statement["countries"]]
    for person in statement["persons"]:
        values.append(("person", person["key"]))
        values.append(("position", person.get("position")))
    for organisation in statement["organisations"]:
        values.append(("org", organisation["key"] if isinstance(organisation, dict) else organisation))
    values.append(("issuer", statement["issuer"]))
    values += [("year", statement["date"][:4]), ("month", statement["date"][:7])]
    return sorted({f"{facet}={one_line(value)}" for facet, value in values if value})


def main():
    texts = {}
    with open(sys.argv[1], encoding="utf-8") as corpus:
        for line in corpus:
            record = json.loads(line)
            texts[record["id"]] = one_line(record["text"])
    for line in sys.stdin:
        statement = json.loads(line)
        columns = [statement["id"], one_line(statement["title"]), texts[statement["id"]]]
        print("\t".join(columns + facets_of(statement)))


if __name__ == "__main__":
    main()
