#!/usr/bin/env python3
"""Scores bayan-indexer --dry-run against gold: score_entities.py INDEXER BASELINE [OPTION...] GOLD...

A row of gold with "statement" names the place of a statement in the archive beside the file; one with
"text" is the statement itself. All figures are micro-averages over a file's statements:

  strict     the names agree, folded, without بن, بنت and ابن
  relaxed    the words of one name are all in the other, and they share two (or are one word)
  posts      folded post exact, among strictly right persons whose gold has one
  countries  F1 of codes
  dates      publication dates exact, where the gold has the key
"""
import collections
import dataclasses
import json
import pathlib
import re
import subprocess
import sys
import tempfile

NO_LETTERS = re.compile("[\u064b-\u065f\u0670\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
ONE_LETTER = str.maketrans({**dict.fromkeys("أإآٱ", "ا"), **dict.fromkeys("ىی", "ي"),
                            "ة": "ه", "ؤ": "و", "ئ": "ي", "ک": "ك", "ﷲ": "الله"})
MEASURES = ("strict", "relaxed", "posts", "countries", "dates")
CORPUS_SOURCES = ("texts", "statements.jsonl", "archive.zip", "cases.jsonl")


def folded(text):
    return " ".join(re.findall(r"\w+", NO_LETTERS.sub("", text).translate(ONE_LETTER)))


def name_key(name):
    words = re.sub(r"\bعبد (?=\w)", "عبد", folded(name)).split()
    return tuple(word for word in words if word not in ("بن", "بنت", "ابن"))


def overlap(one, other):
    return len(set(one) & set(other)) >= 2 and (set(one) <= set(other) or set(other) <= set(one))


@dataclasses.dataclass
class Tally:
    right: int = 0
    found: int = 0
    wanted: int = 0

    def add(self, right, found, wanted):
        self.right += right
        self.found += found
        self.wanted += wanted

    def figures(self):
        precision = self.right / self.found if self.found else 0
        recall = self.right / self.wanted if self.wanted else 0
        return precision, recall, 2 * self.right / (self.found + self.wanted or 1)


class Scorer:
    """Tallies and misses of one file of gold."""

    def __init__(self):
        self.tallies = {measure: Tally() for measure in MEASURES}
        self.misses = collections.defaultdict(list)

    def add(self, where, gold, got):
        self.add_persons(where, gold["persons"], got["persons"])
        wanted, found = set(gold["countries"]), set(got["countries"])
        self.tallies["countries"].add(len(wanted & found), len(found), len(wanted))
        self.note("country missed", where, wanted - found)
        self.note("country invented", where, found - wanted)
        if "date" in gold:
            wanted, found = {gold["date"]} - {""}, {got["date"]} - {""}
            self.tallies["dates"].add(len(wanted & found), len(found), len(wanted))
            if wanted != found:
                self.note("wrong date", where, [f"{gold['date']} <> {got['date']}"])

    def add_persons(self, where, gold, got):
        wanted = {name_key(person["name"]): person for person in gold}
        found = {name_key(person["name"]): person for person in got}
        right = wanted.keys() & found.keys()
        self.tallies["strict"].add(len(right), len(found), len(wanted))
        left = found.keys() - right
        relaxed = len(right)
        for key in sorted(wanted.keys() - right):
            near = next((other for other in sorted(left) if overlap(key, other)), None)
            if near is None:
                self.note("person missed", where, [wanted[key]["name"]])
                continue
            left.discard(near)
            relaxed += 1
            self.note("wrong extent", where, [f"{wanted[key]['name']} <> {found[near]['name']}"])
        self.tallies["relaxed"].add(relaxed, len(found), len(wanted))
        self.note("person invented", where, [found[key]["name"] for key in sorted(left)])
        for key in sorted(right):
            self.add_post(where, wanted[key], found[key].get("position") or "")

    def add_post(self, where, person, found):
        wanted = person.get("position") or ""
        is_right = folded(wanted) == folded(found)
        if wanted:
            self.tallies["posts"].add(int(is_right), 1, 1)
        if not is_right:
            kind = "wrong post" if wanted else "post invented"
            self.note(kind, where, [f"{person['name']}: {wanted} <> {found}"])

    def note(self, kind, where, what):
        self.misses[kind] += [f"{where}: {one}" for one in sorted(what)]


def recognised(indexer, folder, sources):
    run = subprocess.run([indexer, "--dry-run", "--quiet", *sources],
                         cwd=folder, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in run.stdout.splitlines()]


def score(indexer, path):
    gold = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    key = "statement" if "statement" in gold[0] else "id"
    if key == "statement":
        got = {row["location"]: row for row in recognised(indexer, path.parent, CORPUS_SOURCES)}
    else:
        with tempfile.TemporaryDirectory() as folder:
            with open(pathlib.Path(folder, "statements.jsonl"), "w", encoding="utf-8") as file:
                for row in gold:
                    kept = {name: row[name] for name in ("id", "title", "text", "source") if name in row}
                    file.write(json.dumps(kept, ensure_ascii=False) + "\n")
            got = {row["id"]: row for row in recognised(indexer, folder, ["statements.jsonl"])}
    scorer = Scorer()
    for row in gold:
        if row[key] not in got:
            raise SystemExit(f"score_entities: {path}: the indexer gave no statement {row[key]}")
        scorer.add(row[key], row, got[row[key]])
    return scorer


def read_baseline(path):
    if not path.exists():
        return {}
    rows = (line.split("\t") for line in path.read_text("utf-8").splitlines())
    return {(name, measure): float(figure) for name, measure, figure in rows}


def print_table(name, scorer, baseline):
    print(f"{name:12}{'right':>7}{'found':>7}{'wanted':>7}{'P':>8}{'R':>8}{'F1':>8}{'change':>9}")
    for measure, tally in scorer.tallies.items():
        if not tally.wanted:
            continue
        precision, recall, f1 = tally.figures()
        before = baseline.get((name, measure))
        change = "" if before is None else f"{round(f1, 4) - before + 0.0:+9.4f}"
        print(f"  {measure:10}{tally.right:7}{tally.found:7}{tally.wanted:7}"
              f"{precision:8.4f}{recall:8.4f}{f1:8.4f}{change}")


def print_misses(by_kind):
    for kind in sorted(by_kind):
        if by_kind[kind]:
            print(f"  {kind} ({len(by_kind[kind])})", *(f"    {miss}" for miss in by_kind[kind]), sep="\n")


def main():
    options = {argument for argument in sys.argv[1:] if argument.startswith("--")}
    indexer, baseline_path, *files = (pathlib.Path(a).resolve() for a in sys.argv[1:] if a not in options)
    baseline = read_baseline(baseline_path)
    for path in files:
        name = "corpus" if path.name == "gold.jsonl" else path.stem
        scorer = score(indexer, path)
        print_table(name, scorer, baseline)
        if "--misses" in options:
            print_misses(scorer.misses)
        for measure, tally in scorer.tallies.items():
            if tally.wanted:
                baseline[name, measure] = tally.figures()[2]
    if "--write-baseline" in options:
        rows = [f"{name}\t{measure}\t{figure:.4f}\n" for (name, measure), figure in sorted(baseline.items())]
        baseline_path.write_text("".join(rows), "utf-8")


main()
