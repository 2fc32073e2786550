#!/usr/bin/env python3
"""Compares filters and facet counts of bayan-searcher with a recount over all its results.

    recount_facets.py INDEX [ROUNDS [SEED]]

Each round asks a random query with random any-of, all-of and not filters. Which statements must match
the filters, and how often each value must be counted (a facet's own any-of filter left out), is worked
out here from the results of the words alone. Results do not tell which bodies and posts they were counted
under; those are what the filter of each value alone finds, which reads terms where facets read slots.
"""
import json
import random
import subprocess
import sys
from collections import Counter

FACETS = ["person", "country", "org", "position", "issuer", "year", "month"]
BY_FILTER = ("org", "position")
EVERYTHING = ["--format", "json", "-n", "0", "--all", "--facet-count", "0", "--facets=" + ",".join(FACETS)]


def ask(index, arguments):
    command = ["bayan-searcher", "-d", index, *EVERYTHING, *arguments]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode <= 1, (command, done.stderr)
    return json.loads(done.stdout)


def holders_by_filter(index):
    """{facet: {id of a statement: keys of its values}} of the facets that results do not tell."""
    holders = {facet: {} for facet in BY_FILTER}
    for facet in BY_FILTER:
        for value in ask(index, [])["facets"][facet]:
            for result in ask(index, ["--" + facet, '"=%s"' % value["name"]])["results"]:
                holders[facet].setdefault(result["id"], set()).add(value["key"])
    return holders


def note_holders(results, holders):
    for result in results:
        for facet in BY_FILTER:
            result[facet] = holders[facet].get(result["id"], set())
    return results


def values_of(result, facet):
    return {
        "org": lambda: result["org"],
        "position": lambda: result["position"],
        "person": lambda: {person["key"] for person in result["persons"]},
        "country": lambda: set(result["countries"]),
        "issuer": lambda: {result["issuer"]} - {""},
        "year": lambda: {result["date"][:4]} - {""},
        "month": lambda: {result["date"][:7]} - {""},
    }[facet]()


NAMES = {}  # of bodies and posts, by key


class Filter:
    """An option: any of its values, or none of them."""

    def __init__(self, facet, values, excluded):
        self.facet, self.values, self.excluded = facet, values, excluded

    def arguments(self):
        option = ("--not-" if self.excluded else "--") + self.facet
        quoted = [value if self.facet == "country" else '"=%s"' % NAMES.get(value, value) for value in self.values]
        return [option, ",".join(quoted)]

    def holds(self, result):
        return bool(values_of(result, self.facet) & set(self.values)) != self.excluded


def random_filters(rng, everything):
    filters = []
    for facet in rng.sample(["person", "country", "org", "position", "issuer"], rng.randint(0, 3)):
        known = sorted({value for result in everything for value in values_of(result, facet)})
        for _ in range(rng.choice([1, 1, 2])):
            values = rng.sample(known, min(len(known), rng.randint(1, 3)))
            filters.append(Filter(facet, values, rng.random() < 0.25))
    return filters


def check(index, words, match, filters, results):
    arguments = [argument for one in filters for argument in one.arguments()]
    answer = ask(index, ["--match", match, *arguments, "--", *words])
    wanted = [one for one in results if all(each.holds(one) for each in filters)]
    where = (words, match, arguments)
    assert {one["id"] for one in answer["results"]} == {one["id"] for one in wanted}, where
    assert answer["total"] == len(wanted), where
    for facet in FACETS:
        own = [one for one in filters if one.facet == facet and not one.excluded]
        held = [one for one in filters if len(own) != 1 or one is not own[0]]
        counted = Counter(value for one in results if all(each.holds(one) for each in held)
                          for value in values_of(one, facet))
        listed = answer["facets"][facet]
        key = "name" if facet == "issuer" else "key"
        assert {one[key]: one["count"] for one in listed} == counted, (facet, where)
        assert answer["facet_sizes"][facet] == len(counted), (facet, where)
        assert [one["count"] for one in listed] == sorted(counted.values(), reverse=True), where


def main():
    index, rounds, seed = sys.argv[1], int((sys.argv[2:] or ["100"])[0]), int((sys.argv[3:] or ["1"])[0])
    rng = random.Random(seed)
    all_answer = ask(index, [])
    NAMES.update({one["key"]: one["name"] for facet in BY_FILTER for one in all_answer["facets"][facet]})
    holders = holders_by_filter(index)
    everything = note_holders(all_answer["results"], holders)
    vocabulary = sorted({word for one in everything for word in one["title"].split() if word.isalpha()})
    for _ in range(rounds):
        words = rng.sample(vocabulary, rng.choice([0, 1, 2]))
        match = rng.choice(["all", "any"])
        results = everything
        if words:
            results = note_holders(ask(index, ["--match", match, "--", *words])["results"], holders)
        check(index, words, match, random_filters(rng, everything), results)
    print("%d queries: every filter and every count as recounted" % rounds)


if __name__ == "__main__":
    main()
