#!/usr/bin/env python3
"""Makes a corpus larger, as archives grow: by real text with other dates, spellings and order.

    make_growth.py CORPUS.jsonl TIMES OUT.jsonl

OUT holds TIMES statements for each of CORPUS: the first as it is, each further one with an id and a
date of its own, its sentences in another order with a tenth of them left out, one word in thirty
spelt as people misspell it (hamza dropped, ه for ة, ى for ي, a letter doubled) and one in fifty
replaced by a word drawn from the whole corpus. So postings, vocabulary and stored text all grow, and
no statement is an exact copy of another. The same corpus gives the same growth.
"""
import datetime
import json
import random
import re
import sys

SLIPS = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ة": "ه", "ي": "ى", "ؤ": "و", "ئ": "ي"})
SENTENCES = re.compile(r"(?<=[.\n؟!])")


def misspelt(word: str, pick: random.Random) -> str:
    slipped = word.translate(SLIPS)
    if slipped != word or len(word) < 4:
        return slipped
    place = pick.randrange(1, len(word))
    return word[:place] + word[place - 1] + word[place:]


def respelt(text: str, words: list[str], pick: random.Random) -> str:
    out = []
    for word in text.split(" "):
        chance = pick.random()
        if chance < 1 / 30:
            word = misspelt(word, pick)
        elif chance < 1 / 30 + 1 / 50:
            word = pick.choice(words)
        out.append(word)
    return " ".join(out)


def reordered(text: str, pick: random.Random) -> str:
    sentences = SENTENCES.split(text)
    pick.shuffle(sentences)
    return "".join(sentences[: max(1, round(len(sentences) * 0.9))])


def later(day: str, years: int) -> str:
    try:
        moved = datetime.date.fromisoformat(day[:10]) + datetime.timedelta(days=365 * years)
    except ValueError:
        return day
    return moved.isoformat()


def main(corpus: str, times: str, out: str) -> None:
    with open(corpus, encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    pick = random.Random(1)
    sample = pick.sample(records, min(len(records), 3000))
    words = [word for record in sample for word in record["text"].split()]
    with open(out, "w", encoding="utf-8") as grown:
        for copy in range(int(times)):
            for record in records:
                if copy > 0:
                    record = record | {
                        "id": f'{record["id"]}-{copy}',
                        "title": respelt(record["title"], words, pick),
                        "text": respelt(reordered(record["text"], pick), words, pick),
                        "date": later(record.get("date", ""), copy),
                    }
                    record.pop("url", None)
                grown.write(json.dumps(record, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
