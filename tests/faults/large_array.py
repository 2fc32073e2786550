#!/usr/bin/env python3
"""Indexes one JSON array on one line, 200 MB long, and prints time and peak memory of the run.

    tests/faults/large_array.py BIN FOLDER [--megabytes N] [--memory SIZE] [--most MB]

BIN holds bayan-indexer, FOLDER takes the array and the index (some 700 MB). --memory is
handed on. Ends with status 1 where the peak is over --most (default 300) megabytes.
"""
import argparse
import json
import random
import resource
import shutil
import subprocess
import sys
import time
from pathlib import Path

WORDS = ["الوزير", "خطة", "الطرق", "المحافظة", "المشروع", "اللجنة", "الصحة", "التعليم", "البلدية", "قرار",
         "اجتماع", "زيارة", "وفد", "تنفيذ", "مرحلة", "افتتاح", "مركز", "خدمات", "المواطنين", "ميزانية"]


def write_array(file, size):
    """Invented records of some 3 kB, without a line feed anywhere."""
    rand = random.Random(1)
    with file.open("w", encoding="utf-8") as out:
        written, number = out.write("["), 0
        while written < size * 0.645:  # characters; Arabic letters take two bytes
            number += 1
            words = " ".join(rand.choice(WORDS) + str(rand.randrange(2000)) for _ in range(220))
            record = {"id": str(number), "title": f"بيان رقم {number}", "text": words}
            written += out.write(("," if number > 1 else "") + json.dumps(record, ensure_ascii=False))
        out.write("]")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("bin")
    parser.add_argument("folder")
    parser.add_argument("--megabytes", type=int, default=200)
    parser.add_argument("--memory", default="256M")
    parser.add_argument("--most", type=int, default=300)
    arguments = parser.parse_args()
    folder = Path(arguments.folder)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    array = folder / "array.json"
    write_array(array, arguments.megabytes * 1_000_000)
    began = time.monotonic()
    subprocess.run([Path(arguments.bin) / "bayan-indexer", "-q", "-j", "2", "--memory", arguments.memory,
                    "-d", folder / "a.bayan", array], check=True)
    seconds = time.monotonic() - began
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{array.stat().st_size / 1e6:.0f} MB on one line: {seconds:.0f} s, peak {peak:.0f} MB")
    sys.exit(1 if peak > arguments.most else 0)


main()
