#!/usr/bin/env python3
"""Kills bayan-indexer, at each of its fault points and at random moments, and looks what is left.

    tests/faults/kill_runs.py BIN DUMP_INDEX FOLDER [--kills N] [--seed N] [--statements N] [--points]

BIN holds the programs, FOLDER is made anew. Three situations are tried: a first run over an archive,
a large change, and a small one that is made in place. After each kill the index must open and hold
either what was published before or what the run was to publish, whole; the next run must complete to
what an undisturbed one gives, compared by dump_index. --points tries the fault points (in a build
with BAYAN_FAULTS), N random kills are spread over the situations.
"""
import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

POINTS = {
    "first": ["segment-open", "segment-written", "segment-sealed", "segment-sealed:2",
              "merge-compacted", "merge-ledger", "merge-dictionary", "publish-manifest",
              "publish-synced", "publish-draft", "publish-renamed", "published"],
    "large": ["segment-sealed", "merge-compacted", "merge-ledger", "merge-dictionary",
              "publish-manifest", "publish-synced", "publish-draft", "publish-renamed", "published"],
    "small": ["segment-sealed", "live-entities", "live-dictionary", "live-uncommitted",
              "live-committed", "published"],
}
MINISTRIES = ["الداخلية", "الصحة", "المالية", "التربية", "الخارجية", "العدل"]
COUNTRIES = ["فرنسا", "عمان", "مصر", "البحرين", "الأردن", "اليابان"]
NAMES = ["سالم بن ناصر", "راشد المطيري", "خالد بن سعد", "ماجد الحربي", "نورة العلي"]


def record(number, edition=0):
    """An invented statement; words and names vary with the number."""
    rand = random.Random(number * 7 + edition)
    ministry, country, name = (rand.choice(x) for x in (MINISTRIES, COUNTRIES, NAMES))
    words = " ".join(f"كلمة{rand.randrange(4000)}" for _ in range(120))
    return {"id": f"s-{number}", "title": f"وزارة {ministry} تعلن القرار {number}",
            "date": f"2024-{rand.randrange(1, 13):02}-{rand.randrange(1, 29):02}",
            "source": f"وكالة {ministry}",
            "body": f"استقبل معالي الشيخ {name} وزير {ministry} وفدا من {country}. {words}"}


def write(file, numbers, edition=0):
    file.write_text("".join(json.dumps(record(n, edition), ensure_ascii=False) + "\n"
                            for n in numbers), encoding="utf-8")


class Trial:
    def __init__(self, arguments):
        self.bin = Path(arguments.bin).resolve()
        self.dump_index = Path(arguments.dump).resolve()
        self.folder = Path(arguments.folder).resolve()
        self.count = arguments.statements
        self.random = random.Random(arguments.seed)
        shutil.rmtree(self.folder, ignore_errors=True)
        (self.folder / "in").mkdir(parents=True)
        self.failures = 0
        self.kills = 0
        self.before = {}
        self.after = {}
        self.seconds = {}

    def run(self, index, fault=None, kill_after=None):
        """Its exit status; -9 where it was killed."""
        environment = dict(os.environ)
        environment.pop("BAYAN_FAULT", None)
        if fault:
            environment["BAYAN_FAULT"] = fault
        process = subprocess.Popen(
            [self.bin / "bayan-indexer", "-q", "-j", "2", "--memory", "96M", "--prune", "-d", index, "in"],
            cwd=self.folder, env=environment)
        if kill_after is not None:
            time.sleep(kill_after)
            process.kill()
        return process.wait()

    def dump(self, index, full=False):
        """The dump, or nothing where nothing is published yet."""
        if not (self.folder / index / "XAPIANDB").exists():
            return b""
        command = [self.dump_index, *(["--full"] if full else []), index]
        done = subprocess.run(command, cwd=self.folder, capture_output=True)
        if done.returncode != 0:
            self.fail(f"{index} does not open: {done.stderr.decode()}")
        return done.stdout

    def fail(self, message):
        self.failures += 1
        print("FAILED:", message, file=sys.stderr)

    def copy(self, name):
        """A fresh copy of the index that a situation begins with."""
        shutil.rmtree(self.folder / "tried", ignore_errors=True)
        if (self.folder / name).exists():
            shutil.copytree(self.folder / name, self.folder / "tried")

    def prepare(self, name, start):
        """Runs the situation undisturbed from the index `start`."""
        self.before[name] = self.dump(start)
        self.copy(start)
        began = time.monotonic()
        status = self.run("tried")
        self.seconds[name] = time.monotonic() - began
        if status != 0:
            self.fail(f"{name}: an undisturbed run ends with {status}")
        self.after[name] = self.dump("tried"), self.dump("tried", full=True)
        shutil.rmtree(self.folder / f"end-{name}", ignore_errors=True)
        (self.folder / "tried").rename(self.folder / f"end-{name}")

    def check(self, name, what):
        self.kills += 1
        held = self.dump("tried")
        if held not in (self.before[name], self.after[name][0]):
            self.fail(f"{name}, {what}: neither the state before nor the one after")
        status = self.run("tried")
        if status != 0:
            self.fail(f"{name}, {what}: the next run ends with {status}")
        if self.dump("tried", full=True) != self.after[name][1]:
            self.fail(f"{name}, {what}: the next run gives something else")
        if (self.folder / "tried" / "work").exists():
            self.fail(f"{name}, {what}: the next run leaves its work behind")

    def situation(self, name, start, points, kills):
        self.prepare(name, start)
        for point in POINTS[name] if points else []:
            self.copy(start)
            status = self.run("tried", fault=point)
            if status != -9:
                self.fail(f"{name}: passed no fault point {point} (status {status})")
            self.check(name, point)
        for _ in range(kills):
            self.copy(start)
            # Now and then the next run is killed as well.
            for _ in range(self.random.choice([1, 1, 2])):
                after = self.random.uniform(0, self.seconds[name] * 1.1)
                self.run("tried", kill_after=after)
            self.check(name, f"killed after {after:.3f} s")

    def go(self, points, kills):
        source, count = self.folder / "in", self.count
        shares = [kills - 2 * (kills // 3), kills // 3, kills // 3]
        write(source / "a.jsonl", range(count // 2))
        write(source / "b.jsonl", range(count // 2, count))
        (source / "c.txt").write_text("بيان\n\nزار معالي الوزير عمان.\n", encoding="utf-8")
        self.situation("first", "none", points, shares[0])
        # Half of one file changes, a third of the other goes, statements stand in both.
        write(source / "a.jsonl", range(count // 2), edition=1)
        write(source / "b.jsonl", range(count // 3, count - count // 3))
        (source / "c.txt").unlink()
        self.situation("large", "end-first", points, shares[1])
        write(source / "d.jsonl", range(count, count + 3))
        self.situation("small", "end-large", points, shares[2])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("bin")
    parser.add_argument("dump")
    parser.add_argument("folder")
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--statements", type=int, default=3000)
    parser.add_argument("--points", action="store_true")
    arguments = parser.parse_args()
    trial = Trial(arguments)
    trial.go(arguments.points, arguments.kills)
    print(f"{trial.kills} kills, {trial.failures} failures")
    return 1 if trial.failures else 0


if __name__ == "__main__":
    sys.exit(main())
