#!/usr/bin/env python3
"""Derives the word tables of the person recogniser from an archive of news.

usage: make_lexicons.py GAZETTEERS GIVEN_NAMES NOT_NAMES ARCHIVE.zip...
       make_lexicons.py --unrelated GAZETTEERS

ARCHIVE.zip holds JSON arrays of objects with `title` and `content`. Reads person_titles.tsv of
GAZETTEERS (its strong titles say where names begin), the names of GIVEN_NAMES and what NOT_NAMES keeps out
of both tables of names, and writes into GAZETTEERS, with no sentence of the archive in them:

  word_counts.tsv   how often a folded word occurs, from kLeastCount on
  after_name.tsv    how often a word follows a given name, بن or آل, where that is a noticeable share
  given_names.tsv   given names and the share of their occurrences that are names, in percent
  family_names.tsv  family names and the share of their occurrences that follow a name, in percent
  unrelated_words.tsv  words that share no stem with others, as most foreign names

With --unrelated alone the last is made anew from the word_counts.tsv there is.

Two passes. The first counts words, and which of them stand beside بن or behind a strong title: given
names. The second counts what follows given names: family names.
"""
import collections
import json
import pathlib
import re
import sys
import zipfile

LEAST_COUNT = 3
HARDLY_SEEN = 15
RARE_COUNT = 60
RARE_SHARE = 40
NOTE = "Made by tools/lexicons/make_lexicons.py."
MARKS = re.compile("[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
FOLD = str.maketrans("أإآٱىیةؤئک", "ااااييهويك")
# A sentence's pieces: names do not go on over punctuation.
PIECE = re.compile("[^\u0621-\u064a ]+")
LINKS = {"بن", "بنت", "ابن"}
PROCLITICS = ("وال", "ول", "وب", "و", "ف", "ل", "ب", "ك")
# Names that begin with a letter that looks like a proclitic of a commoner word.
KEPT = set("وليد فواز بلال فهد فيصل بدر لبيد بندر فارس فايز فلاح باسل باسم بشار بسام فاطمه فاضل فاروق فوزي "
           "كامل كمال كريم لطيفه لطفي ليلي بكر بشير وائل وفاء كاظم كرم لوي".split())
# What stands beside بن or a title without being a given name.
INTRUDERS = set(
    "الدكتور الشيخ السيد الامير المهندس الملك الاستاذ اللواء العقيد العميد الفريق النقيب الملازم الرايد المقدم "
    "الاول الركن ركن اول وعن وان ومن في من عن مع الي علي_ ان بن ابن بنت ال ابو عبد بو ابي ام شقيقه شقيق اخيه "
    "والده والدته ابنه سمو معالي سعاده وسمو الاستاذه الدكتوره السفير الوزير الرييس المستشار القاضي خادم محافظ "
    "مدير رييس وزير امير نايب امين قايد ولي عضو الامام الصحابي الشاعر الخليفه الجليل التابعي العلامه هو هي "
    "كان قال كما التي الذي هذا ذلك حفظه الله رحمه رضي صلي عليه السلام النبي الرسول المدعو المواطن الطفل الشهيد "
    "جامعه مدينه جايزه كلمه زيارة كل غير بين ثم او لا ما لم بعد قبل عند حتي منذ اليوم امس الجديد الكبير "
    "اخت اخته خالتها خالته عمه جلدتها جلدته فتن منشم عرفه الكبير الشرقي العربي دارها داره "
    "والشيخ والدكتور والسيد والامير والمهندس عام شهر يوم دوله رجل الطالب اللاعب الكابتن المدرب الحكم".split()
)


# Inflections, broadly: what may stand before and behind an Arabic stem.
PREFIXES = ("", *"ال ي ت ن ا م مت است يست ان".split())
SUFFIXES = ("", *("ه ها هم هما هن نا ي ك كم ت ته تها تهم تي تنا وا ون ين ان ات اته اتها اتهم يه يا ا تان تين "
                  "وه ناه اء اوه").split())
BEFORE_ALL = ("", *"و ف ب ل ك س لا وس وب ول ولا ا".split())
LONGEST_WORD = 30


def words_of(text):
    """Pieces of folded words, عبد joined to its second part."""
    text = MARKS.sub("", text)
    # The preposition على would otherwise count as the name علي.
    text = re.sub(r"(?<![\u0621-\u064a])([وف]?)على(?![\u0621-\u064a])", r"\1علي_", text)
    text = text.translate(FOLD)
    for piece in re.split("[^\u0621-\u064a_ ]+", text):
        out = []
        for word in piece.split():
            if out and out[-1] in ("عبد", "وعبد", "لعبد", "بعبد", "فعبد"):
                out[-1] += word
            else:
                out.append(word)
        if out:
            yield out


def texts_of(paths):
    for path in paths:
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                if not name.endswith(".json"):
                    continue
                for record in json.loads(archive.read(name)):
                    yield record.get("title") or ""
                    yield record.get("content") or ""


def table_words(path, wanted):
    words = set()
    for line in path.read_text("utf-8").splitlines()[1:]:
        if line and not line.startswith("#"):
            kind, _, cell = line.partition("\t")
            if kind == wanted:
                words |= {w.translate(FOLD) for w in cell.split("|")}
    return words


def first_pass(pieces, strong):
    count, beside, behind = collections.Counter(), collections.Counter(), collections.Counter()
    for piece in pieces:
        count.update(piece)
        for left, word in zip(piece, piece[1:]):
            if word in LINKS:
                beside[left] += 1
            if left in LINKS:
                beside[word] += 1
            elif left in strong:
                behind[word] += 1
    return count, beside, behind


def is_clitic_form(word, count):
    return word not in KEPT and any(
        word.startswith(p) and len(word) - len(p) >= 3 and count[word[len(p):]] >= count[word] for p in ("و", "ف", "ل", "ب")
    )


def given_names(count, beside, behind, known):
    names = {}
    for word in set(beside) | known:
        b, h, c = beside[word], behind[word], max(count[word], 1)
        share = (b + h) / c
        found = (b >= 2 and share >= 0.15) or (b >= 1 and h >= 1 and share >= 0.08)
        found = found or (b >= 1 and b + h >= 3 and share >= 0.3) or (word.startswith("عبد") and len(word) > 4 and b >= 1)
        if word.startswith("ال"):
            found = found and b >= 3
        found = found and word not in INTRUDERS and len(word) > 2 and not is_clitic_form(word, count)
        if found or word in known:
            # A name the archive hardly knows is a name all the same.
            names[word] = 100 if c < 4 else max(1, min(100, round(100 * share)))
    return names


def second_pass(pieces, given, strong):
    after, strict = collections.Counter(), collections.Counter()
    for piece in pieces:
        for i in range(1, len(piece)):
            left, word = piece[i - 1], piece[i]
            if left in given or left in ("بن", "ال"):
                after[word] += 1
                before = piece[i - 2] if i > 1 else ""
                if left in LINKS or before in LINKS or before in strong or before in given:
                    strict[word] += 1
    return after, strict


def family_names(count, after, strict, given):
    names = {}
    for word, a in after.items():
        c, s = count[word], strict[word]
        share = a / c
        found = (a >= 3 and share >= 0.3) or (a >= 2 and share >= 0.25 and s >= 1)
        found = found or (word.startswith("ال") and a >= 4 and share >= 0.12 and s >= 2)
        if not found or word in given or word in INTRUDERS or len(word) < 3 or "_" in word:
            continue
        clitic = any(word.startswith(p) and len(word) - len(p) >= 3 and count[word[len(p):]] >= count[word] for p in PROCLITICS)
        if s == 0 and (a < 6 or word.endswith("يه") or clitic) or clitic and s < 3:
            continue
        names[word] = max(1, round(100 * share))
    return names


def refine_shares(pieces, given, family, strong):
    """The share of each given name's occurrences beside بن, behind a title or before another name."""
    seen, named = collections.Counter(), collections.Counter()
    for piece in pieces:
        for i, word in enumerate(piece):
            if word not in given:
                continue
            left = piece[i - 1] if i else ""
            right = piece[i + 1] if i + 1 < len(piece) else ""
            seen[word] += 1
            named[word] += left in LINKS or right in LINKS or left in strong or family.get(right, 0) >= 30 or given.get(right, 0) >= 40
    return {w: share if seen[w] < 4 else max(1, round(100 * named[w] / seen[w])) for w, share in given.items()}


def stems_of(word):
    for prefix in PREFIXES:
        if not word.startswith(prefix):
            continue
        rest = word[len(prefix):]
        for suffix in SUFFIXES:
            if rest.endswith(suffix) and len(rest) - len(suffix) >= 3:
                yield rest[: len(rest) - len(suffix)]


def unrelated_words(count):
    """Words that no other seems to be inflected from. A short stem must have more relatives than a long
    one to prove anything; nearly all that remain among the rare ones are foreign."""
    families = collections.defaultdict(list)
    for word, c in count.items():
        for stem in set(stems_of(word)):
            families[stem].append((word, c))

    def is_related(word, c):
        for proclitic in BEFORE_ALL:
            if not word.startswith(proclitic) or len(word) - len(proclitic) < 3:
                continue
            for stem in stems_of(word[len(proclitic):]):
                others = [k for other, k in families[stem] if other != word]
                least, share = {3: (6 if proclitic else 4, 1.0), 4: (3 if proclitic else 2, 0.3)}.get(len(stem), (2, 0.2))
                if len(others) >= least and sum(others) >= share * c:
                    return True
        return False

    return [word for word, c in count.items() if not word.startswith("ال") and not is_related(word, c)]


def read_counts(path):
    rows = (line.split("\t") for line in path.read_text("utf-8").splitlines() if not line.startswith("#"))
    return {word: int(c) for c, words in rows for word in words.split("|")}


def write(path, columns, note, rows):
    """Words with the same figures share a row: the tables are half as large."""
    groups = collections.defaultdict(list)
    for word, figures in rows:
        groups[figures].append(word)
    lines = [f"#bayan-gazetteer 1\t{columns}", f"# {note}"]
    lines += [f"{figure}\t{'|'.join(sorted(words))}" for figure, words in sorted(groups.items(), reverse=True)]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{path.name}: {sum(len(w) for w in groups.values())} words, {path.stat().st_size} bytes")


def write_unrelated(folder):
    counts = read_counts(folder / "word_counts.tsv")
    write(folder / "unrelated_words.tsv", "class\twords", NOTE, [(w, "unrelated") for w in unrelated_words(counts)])


def listed_words(path):
    lines = pathlib.Path(path).read_text("utf-8").splitlines()
    return {word.translate(FOLD) for line in lines if not line.startswith("#") for word in line.split()}


def main():
    if sys.argv[1] == "--unrelated":
        write_unrelated(pathlib.Path(sys.argv[2]))
        return
    folder, archives = pathlib.Path(sys.argv[1]), sys.argv[4:]
    known, barred = listed_words(sys.argv[2]), listed_words(sys.argv[3])
    strong = table_words(folder / "person_titles.tsv", "strong")
    pieces = [piece for text in texts_of(archives) for piece in words_of(text)]
    count, beside, behind = first_pass(pieces, strong)
    given = {w: share for w, share in given_names(count, beside, behind, known).items() if w not in barred}
    after, strict = second_pass(pieces, given, strong)
    family = {w: share for w, share in family_names(count, after, strict, given).items() if w not in barred}
    given = refine_shares(pieces, given, family, strong)
    # What a listed name seldom stands beside says nothing of it while it is rare.
    rare = {w for w in known if count[w] < HARDLY_SEEN}
    rare |= {w for w in unrelated_words({w: c for w, c in count.items() if c >= LEAST_COUNT}) if count[w] < RARE_COUNT} & known
    given = {w: max(share, RARE_SHARE) if w in rare else share for w, share in given.items()}
    count["علي"] += count.pop("علي_", 0)
    write(folder / "word_counts.tsv", "count\twords", NOTE,
          [(w, c) for w, c in count.items() if c >= LEAST_COUNT and "_" not in w and len(w) <= LONGEST_WORD])
    write(folder / "after_name.tsv", "count\twords", NOTE,
          [(w, a) for w, a in after.items() if a >= 3 and count[w] >= LEAST_COUNT and a / count[w] >= 0.05])
    write(folder / "given_names.tsv", "share\tnames", NOTE, given.items())
    write(folder / "family_names.tsv", "share\tnames", NOTE, family.items())
    write_unrelated(folder)


main()
