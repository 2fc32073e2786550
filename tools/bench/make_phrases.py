#!/usr/bin/env python3
"""Draws the queries of the index trial from a corpus of JSON Lines.

    make_phrases.py CORPUS.jsonl OUT

writes into the folder OUT, one «id TAB query» a line: phrases-2.tsv and phrases-3.tsv (500 runs of
two and three neighbouring words each, from random statements), phrases-common.tsv (100 pairs of
neighbours that are both among the 200 most frequent words) and common-words.tsv (words that a tenth
to a half of all statements hold). The same corpus gives the same queries.
"""
import collections
import json
import pathlib
import random
import sys


def main(corpus: str, out: str) -> None:
    texts = [json.loads(line)["text"].split() for line in open(corpus, encoding="utf-8")]
    pick = random.Random(1)
    folder = pathlib.Path(out)
    folder.mkdir(parents=True, exist_ok=True)

    def write(name: str, queries) -> None:
        lines = (f"{number}\t{' '.join(query)}\n" for number, query in enumerate(queries))
        (folder / name).write_text("".join(lines), encoding="utf-8")

    def run_of(size: int):
        while True:
            words = pick.choice(texts)
            if len(words) < size:
                continue
            start = pick.randrange(len(words) - size + 1)
            run = words[start : start + size]
            if all(word.isalpha() for word in run):
                return run

    for size in (2, 3):
        write(f"phrases-{size}.tsv", (run_of(size) for _ in range(500)))

    counts = collections.Counter(word for words in texts for word in words if word.isalpha())
    common = {word for word, _ in counts.most_common(200)}
    pairs = collections.Counter(
        pair for words in texts for pair in zip(words, words[1:]) if common.issuperset(pair)
    )
    write("phrases-common.tsv", pick.sample(sorted(pair for pair, n in pairs.items() if n > 20), 100))

    holding = collections.Counter(word for words in texts for word in set(words) if word.isalpha())
    words = sorted(w for w, n in holding.items() if len(texts) / 10 < n < len(texts) / 2)
    write("common-words.tsv", ([word] for word in words))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
