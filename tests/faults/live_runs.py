#!/usr/bin/env python3
"""Adds, changes and removes statements at random, a run each, and looks at the index after every one.

    tests/faults/live_runs.py BIN CORPUS FOLDER [--runs N] [--seed N]

The statements are invented from the words of CORPUS (a file of JSON Lines), many nearly alike, so that
clusters, the dictionary and the entity table change as well. After each run --check must find the index
sound, and a search must find each statement that is there and no other. Status 1 where one does not.
"""
import argparse
import json
import pathlib
import random
import shutil
import subprocess
import sys

WORDS_OF_A_TEXT = 90  # texts under forty words are in no cluster


class Trial:
    def __init__(self, options):
        self.indexer = pathlib.Path(options.bin) / "bayan-indexer"
        self.searcher = pathlib.Path(options.bin) / "bayan-searcher"
        self.folder = pathlib.Path(options.folder)
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        self.index = self.folder / "live.bayan"
        self.pick = random.Random(options.seed)
        with open(options.corpus, encoding="utf-8") as lines:
            text = " ".join(json.loads(line).get("body", "") for line in lines)
        self.words = sorted(set(text.split()))
        self.texts = [self.pick.choices(self.words, k=WORDS_OF_A_TEXT) for _ in range(12)]
        self.files = {}  # path: ids of the statements that are there
        self.last_id = 0

    def run(self, program, *arguments):
        done = subprocess.run([program, "-d", self.index, *arguments], capture_output=True, text=True,
                              check=False)
        return done.returncode, done.stdout, done.stderr

    def add(self, number):
        path = self.folder / f"file-{number}.jsonl"
        records = []
        for _ in range(self.pick.choice([1, 2, 5, 20])):
            self.last_id += 1
            text = list(self.pick.choice(self.texts))
            text[self.pick.randrange(len(text))] = self.pick.choice(self.words)
            records.append({"id": f"s{self.last_id}", "title": f"تجربة {self.last_id}",
                            "text": " ".join(text)})
        path.write_text("\n".join(json.dumps(record, ensure_ascii=False) for record in records),
                        encoding="utf-8")
        self.files[path] = [record["id"] for record in records]
        return self.run(self.indexer, "-q", path)

    def remove(self):
        path = self.pick.choice(list(self.files))
        if self.pick.random() < 0.4:
            del self.files[path]
            return self.run(self.indexer, "-q", "--remove", path)
        gone = self.pick.choice(self.files[path])
        self.files[path].remove(gone)
        if not self.files[path]:
            del self.files[path]
        return self.run(self.indexer, "-q", "--remove", gone)

    def fault(self):
        """What is wrong with the index, or nothing."""
        status, out, err = self.run(self.indexer, "--check")
        if status != 0:
            return f"--check ends with {status}: {out}{err}"
        status, out, err = self.run(self.searcher, "--format", "json", "-n", "0", "--all", "تجربة")
        there = sorted(name for names in self.files.values() for name in names)
        if status not in (0, 1):
            return f"a search ends with {status}: {err}"
        found = sorted(result["id"] for result in json.loads(out)["results"])
        return "" if found == there else f"found are {found}, there are {there}"

    def go(self, runs):
        for number in range(runs):
            is_adding = not self.files or self.pick.random() < 0.5
            status, _, err = self.add(number) if is_adding else self.remove()
            wrong = err if status != 0 else self.fault()
            if wrong:
                print(f"run {number}: {wrong}")
                return 1
        print(f"{runs} runs, {sum(map(len, self.files.values()))} statements left, no fault")
        return 0


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    for name in ("bin", "corpus", "folder"):
        parser.add_argument(name)
    parser.add_argument("--runs", type=int, default=12)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    return Trial(options).go(options.runs)


if __name__ == "__main__":
    sys.exit(main())
