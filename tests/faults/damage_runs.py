#!/usr/bin/env python3
"""Damages an index, file by file, and looks whether the programs notice and stay upright.

    tests/faults/damage_runs.py BIN CORPUS FOLDER [--thorough] [--seed N]

Each file is cut at several offsets, overwritten in several places, and taken away. The searcher must
answer as before or end with status 4 and a hint; it must never die, hang or call itself defective.
Whatever changes one of its answers, --check must find.
"""
import argparse
import random
import shutil
import subprocess
import sys
from pathlib import Path

QUERIES = [["--facets", "--format", "json", "الوزير"], ["--format", "jsonl", "-n", "0", '"وزير الداخلية"'],
           ["--country", "FR"], ["وزار*"], ["--list", "person"]]
JUNK_BYTES = 40


def run(*command):
    done = subprocess.run(command, capture_output=True, timeout=60)
    return done.returncode, done.stdout, done.stderr.decode(errors="replace")


def damages(size, is_thorough):
    cuts = (0, 0.01, 0.3, 0.5, 0.9, 0.999) if is_thorough else (0, 0.5, 0.999)
    places = (0, 0.001, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99) if is_thorough else (0, 0.1, 0.5, 0.9)
    yield from (("cut", int(size * part)) for part in cuts)
    yield from (("junk", int(size * part)) for part in places)
    if is_thorough:
        yield from (("zeros", int(size * part)) for part in (0, 0.2, 0.5, 0.8))
    yield ("gone", 0)


def damage(file, kind, at):
    if kind == "gone":
        file.unlink()
        return
    data = bytearray(file.read_bytes())
    if kind == "cut":
        del data[at:]
    else:
        count = min(JUNK_BYTES if kind == "junk" else 4096, len(data) - at)
        data[at:at + count] = random.randbytes(count) if kind == "junk" else bytes(count)
    file.write_bytes(data)


class Trial:
    def __init__(self, arguments):
        self.searcher = Path(arguments.bin) / "bayan-searcher"
        self.indexer = Path(arguments.bin) / "bayan-indexer"
        self.queries = QUERIES if arguments.thorough else QUERIES[:3]
        self.is_thorough = arguments.thorough
        folder = Path(arguments.folder)
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        self.sound, self.index = folder / "sound", folder / "a.bayan"
        run(self.indexer, "-q", "-d", self.index, *sorted(Path(arguments.corpus).glob("*")))
        self.answers = [self.ask(query)[:2] for query in self.queries]
        assert self.answers[0][0] == 0, "the sound index answers nothing"
        status, _, err = self.check()
        assert status == 0, f"--check calls the sound index damaged: {err}"
        self.index.rename(self.sound)
        self.faults = 0

    def ask(self, query):
        return run(self.searcher, "-d", self.index, *query)

    def check(self):
        return run(self.indexer, "-d", self.index, "--check")

    def fault(self, what, output):
        self.faults += 1
        print(f"{what}: {output.strip()[:300]}")

    def look(self, what):
        is_harmed = False
        for query, answer in zip(self.queries, self.answers):
            status, out, err = self.ask(query)
            is_harmed |= (status, out) != answer
            if status == 4 and (out or "hint: " not in err):
                self.fault(f"{what}: status 4 without a hint, or with an answer", err)
            elif status not in (0, 1, 4):
                self.fault(f"{what}: {query} ends with {status}", err)
        status, _, err = self.check()
        if status not in (0, 4) or (status == 4 and "hint: " not in err):
            self.fault(f"{what}: --check ends with {status}", err)
        if is_harmed and status == 0:
            self.fault(f"{what}: --check does not see what a search meets", "")

    def go(self):
        files = [file.relative_to(self.sound) for file in sorted(self.sound.rglob("*"))
                 if file.is_file() and file.name not in ("lock", "flintlock")]
        count = 0
        for file in files:
            for kind, at in damages((self.sound / file).stat().st_size, self.is_thorough):
                shutil.rmtree(self.index, ignore_errors=True)
                shutil.copytree(self.sound, self.index)
                damage(self.index / file, kind, at)
                self.look(f"{file} {kind} at {at}")
                count += 1
        print(f"{len(files)} files, {count} damages, {self.faults} faults")
        return 1 if self.faults else 0


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("bin")
    parser.add_argument("corpus")
    parser.add_argument("folder")
    parser.add_argument("--thorough", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    random.seed(arguments.seed)
    sys.exit(Trial(arguments).go())


main()
