#!/usr/bin/env python3
"""Fuzzes queries over an index and reports the slowest of each kind.

    tools/bench/worst_queries.py SEARCHER INDEX STATEMENTS.jsonl [--each N] [--seed N] [--most MS]

The words come from the statements that the index was made of. Each query runs in a process of its own, as
from a shell, with ten results and JSON output; its time is the CPU time of that process less that of one
that only prints its version. Ends with status 1 if a query takes more than MS (100).
"""
import argparse
import collections
import json
import os
import random
import re
import statistics
import subprocess
import sys

WORD = re.compile(r"[\u0621-\u064a]{2,}")
LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"


def read_texts(path, limit=30_000):
    texts = []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            texts.append(WORD.findall(json.loads(line).get("text", "")))
            if len(texts) == limit:
                break
    return [text for text in texts if len(text) > 20]


class Queries:
    def __init__(self, texts, rng):
        self.texts = texts
        self.rng = rng
        counts = collections.Counter(word for text in texts for word in text)
        self.words = list(counts)
        self.frequent = [word for word, _ in counts.most_common(200)]

    def some(self, words, fewest, most):
        return [self.rng.choice(words) for _ in range(self.rng.randint(fewest, most))]

    def run_of(self, fewest, most):
        text = self.rng.choice(self.texts)
        size = min(self.rng.randint(fewest, most), len(text))
        begin = self.rng.randint(0, len(text) - size)
        return text[begin : begin + size]

    def misspelt(self):
        word = list(self.rng.choice(self.words))
        word.insert(self.rng.randint(0, len(word)), self.rng.choice(LETTERS))
        return "".join(word)

    def pattern(self):
        word = self.rng.choice(self.words)
        cut = word[: self.rng.randint(1, 3)]
        return self.rng.choice([cut + "*", "*" + cut, "*" + cut + "*", cut + "*" + word[-1]])

    def kinds(self):
        join = " ".join
        return {
            "words": lambda: [join(self.some(self.words, 1, 12))],
            "frequent words": lambda: [join(self.some(self.frequent, 1, 12))],
            "many frequent words": lambda: [join(self.some(self.frequent, 13, 40))],
            "words of a text": lambda: [join(self.run_of(3, 12))],
            "a text": lambda: [join(self.run_of(100, 450))],
            "OR of many": lambda: [" OR ".join(self.some(self.words, 50, 450))],
            "OR of frequent": lambda: [" OR ".join(self.some(self.frequent, 50, 200))],
            "patterns": lambda: [join(self.pattern() for _ in range(self.rng.randint(1, 10)))],
            "phrase": lambda: ['"' + join(self.run_of(2, 8)) + '"'],
            "phrase of frequent": lambda: ['"' + join(self.some(self.frequent, 2, 4)) + '"'],
            "phrase with gaps": lambda: ['"' + " * ".join(self.run_of(2, 5)) + '"'],
            "NEAR": lambda: [" NEAR/10 ".join(self.some(self.frequent, 2, 4))],
            "NEAR of many": lambda: [
                "(%s) NEAR/20 (%s)"
                % (" OR ".join(self.some(self.frequent, 5, 40)), " OR ".join(self.some(self.frequent, 5, 40)))
            ],
            "misspelt": lambda: [join(self.misspelt() for _ in range(self.rng.randint(1, 6)))],
            "misspelt, many": lambda: [join(self.misspelt() for _ in range(12))],
            "Latin letters": lambda: [join(self.rng.choice(
                ["Mohammed", "Abdulrahman", "Riyadh", "Alqahtani", "Khartoum", "Damascus", "hgvdhq", "lpl]"])
                for _ in range(self.rng.randint(1, 4)))],
            "not": lambda: [self.rng.choice(self.frequent) + " -" + self.rng.choice(self.frequent)],
            "with facets": lambda: ["--facets", join(self.some(self.frequent, 1, 3))],
            "explained": lambda: ["--explain", join(self.some(self.words, 2, 12))],
            "newest first": lambda: ["--sort", "newest", join(self.some(self.frequent, 1, 3))],
            "deep page": lambda: ["--offset", "5000", join(self.some(self.frequent, 1, 3))],
        }


def cpu_ms(command):
    pid = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(pid.pid, 0)
    pid.returncode = os.waitstatus_to_exitcode(status)
    if pid.returncode not in (0, 1, 2):
        sys.exit(f"status {pid.returncode}: {' '.join(command)}")
    return 1000 * (usage.ru_utime + usage.ru_stime)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("searcher", "index", "statements"):
        parser.add_argument(name)
    parser.add_argument("--each", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--most", type=float, default=100)
    arguments = parser.parse_args()
    queries = Queries(read_texts(arguments.statements), random.Random(arguments.seed))
    start = statistics.median(cpu_ms([arguments.searcher, "--version"]) for _ in range(20))
    command = [arguments.searcher, "-d", arguments.index, "--format", "json"]
    cpu_ms(command + ["--", "الوزير"])  # warms the page cache
    slowest = 0
    print(f"{'CPU ms':20}{'median':>9}{'worst':>9}   the slowest query")
    for kind, make in queries.kinds().items():
        times = []
        for _ in range(arguments.each):
            asked = make()
            times.append((cpu_ms(command + asked) - start, " ".join(asked)))
        times.sort()
        worst, query = times[-1]
        slowest = max(slowest, worst)
        shown = query if len(query) <= 60 else query[:60] + "…"
        print(f"{kind:20}{times[len(times) // 2][0]:9.1f}{worst:9.1f}   {shown}", flush=True)
    print(f"slowest: {slowest:.1f} ms, of {arguments.each * len(queries.kinds())} queries")
    return 1 if slowest > arguments.most else 0


if __name__ == "__main__":
    sys.exit(main())
