#!/usr/bin/env python3
"""Scores what bayan-indexer recognises in corpus/ against corpus/gold.jsonl.

usage: score_gold.py BAYAN_INDEXER CORPUS [--misses]

Prints precision, recall and F1 of persons (the name is exact), posts (exact, for the persons that were
found), countries, publication dates and, where a row of the gold has them, organisations (in their normal
form) and dates mentioned (as first and last day, month or year). Exit status 1 where a figure is below its floor: floors are what
was reached, less a little, and rise with the recognisers.
"""
import json
import pathlib
import subprocess
import sys

FLOORS = {
    "statements": {"persons": 0.94, "posts": 0.90, "countries": 0.99, "dates": 1.0,
                   "organisations": 0.0, "mentioned": 0.0},
    "cases": {"persons": 0.83, "posts": 0.79, "countries": 0.99, "dates": 1.0,
              "organisations": 0.92, "mentioned": 1.0},
}


def recognised(indexer, corpus):
    """Every statement of the corpus by its location, as --dry-run gives it."""
    sources = ["texts", "statements.jsonl", "archive.zip", "cases.jsonl"]
    run = subprocess.run(
        [indexer, "--dry-run", "--quiet", *sources], cwd=corpus, capture_output=True, text=True, check=True
    )
    statements = [json.loads(line) for line in run.stdout.splitlines()]
    return {statement["location"]: statement for statement in statements}


def folded(text):
    """Diacritics and tatweel are no difference between two posts."""
    return "".join(c for c in text if not ("\u064b" <= c <= "\u0652" or c == "\u0640"))


class Score:
    def __init__(self):
        self.right = self.found = self.wanted = 0

    def add(self, found, wanted):
        self.right += len(found & wanted)
        self.found += len(found)
        self.wanted += len(wanted)

    def f1(self):
        return 2 * self.right / max(1, self.found + self.wanted)


def main():
    indexer, corpus = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
    shows_misses = "--misses" in sys.argv
    gold = [json.loads(line) for line in (corpus / "gold.jsonl").read_text("utf-8").splitlines()]
    statements = recognised(indexer, corpus)
    missing = {row["statement"] for row in gold} ^ set(statements)
    if missing:
        print("in the gold or among the statements, but not in both:", *sorted(missing), sep="\n  ")
        return 1
    scores = {kind: {name: Score() for name in floors} for kind, floors in FLOORS.items()}
    for row in gold:
        got = statements[row["statement"]]
        kind = "cases" if row["statement"].startswith("cases.jsonl") else "statements"
        posts_wanted = {p["name"]: folded(p["position"]) for p in row["persons"]}
        posts_found = {p["name"]: folded(p["position"]) for p in got["persons"]}
        both = posts_wanted.keys() & posts_found.keys()
        pairs = {
            "persons": (set(posts_found), set(posts_wanted)),
            "posts": ({(n, posts_found[n]) for n in both if posts_found[n]},
                      {(n, posts_wanted[n]) for n in both if posts_wanted[n]}),
            "countries": (set(got["countries"]), set(row["countries"])),
            "dates": ({got["date"]} - {""}, {row["date"]} - {""}),
        }
        if "organisations" in row:
            pairs["organisations"] = ({o["normal"] for o in got["organisations"]}, set(row["organisations"]))
            pairs["mentioned"] = ({(d["first"], d["last"]) for d in got["dates"]},
                                  {tuple(d) for d in row["dates"]})
        for name, (found, wanted) in pairs.items():
            scores[kind][name].add(found, wanted)
            if shows_misses and found != wanted:
                print(f"{row['statement']}: {name}\n  missed {sorted(wanted - found)}\n  invented {sorted(found - wanted)}")
    below = False
    for kind, floors in FLOORS.items():
        print(kind)
        for name, score in scores[kind].items():
            if not score.wanted:
                continue
            print(f"  {name:13} right {score.right:4} of {score.wanted:4}, found {score.found:4}, "
                  f"F1 {score.f1():.3f}, floor {floors[name]:.3f}")
            below = below or score.f1() < floors[name]
    return 1 if below else 0


sys.exit(main())
