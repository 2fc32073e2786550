#!/usr/bin/env python3
"""Scores TREC runs: score_runs.py SETS RUNS BASELINE.

SETS/NAME/qrels.tsv are judgements, RUNS/NAME.run and NAME.lucene.run runs, BASELINE a file of
«name TAB nDCG@10» a line. Prints a table of nDCG@10 (binary gains), MRR@10 and recall at 10 and 100.
"""
import collections
import math
import pathlib
import sys

MEASURES = ("nDCG@10", "MRR@10", "R@10", "R@100")


def read_judgements(path):
    relevant = collections.defaultdict(set)
    for line in path.read_text(encoding="utf-8").splitlines():
        query, _, statement, grade = line.split()
        if int(grade) > 0:
            relevant[query].add(statement)
    return relevant


def read_run(path):
    ranked = collections.defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        query, _, statement, *_ = line.split()
        ranked[query].append(statement)
    return ranked


def score_query(relevant, ranked):
    gains = [1 / math.log2(place + 2) for place in range(10)]
    hits = [statement in relevant for statement in ranked[:100]]
    found = sum(gain for gain, hit in zip(gains, hits) if hit)
    best = sum(gains[: min(10, len(relevant))])
    first = next((1 / (place + 1) for place, hit in enumerate(hits[:10]) if hit), 0)
    return (found / best, first, sum(hits[:10]) / len(relevant), sum(hits) / len(relevant))


def score_run(judgements, run):
    scores = [score_query(relevant, run.get(query, [])) for query, relevant in judgements.items()]
    return [sum(column) / len(scores) for column in zip(*scores)]


def main():
    sets, runs, baseline_file = map(pathlib.Path, sys.argv[1:4])
    baseline = dict(line.split("\t") for line in baseline_file.read_text().splitlines())
    print(f"{'':24}" + "".join(f"{measure:>10}" for measure in MEASURES) + "   since baseline")
    for folder in sorted(path.parent for path in sets.glob("*/qrels.tsv")):
        judgements = read_judgements(folder / "qrels.tsv")
        for engine, suffix in (("bayan", ".run"), ("lucene", ".lucene.run")):
            run = runs / (folder.name + suffix)
            if not run.exists():
                continue
            scores = score_run(judgements, read_run(run))
            change = ""
            if engine == "bayan" and folder.name in baseline:
                change = f"{scores[0] - float(baseline[folder.name]):+17.4f}"
            print(f"{folder.name + ' ' + engine:24}" + "".join(f"{s:10.4f}" for s in scores) + change)


if __name__ == "__main__":
    main()
