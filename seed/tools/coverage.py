#!/usr/bin/env python3
"""List, line by line, which records cite the five core documents.

    python3 seed/tools/coverage.py TEXTS            # every line, with what cites it
    python3 seed/tools/coverage.py TEXTS --open     # only lines that nobody cites or leaves out

TEXTS is the folder with the stored texts that the `file` column of
nodes/source.csv names. A line counts as dealt with when a record cites it,
when left-out.csv lists it, or when it is blank. Exit 1 while a line is open,
or where a locator points to a line that is not there or to another heading
than the one that stands above it.
"""
import argparse
import csv
import re
import sys
from collections import defaultdict
from pathlib import Path

from dataset import SEED, Record

LINES = re.compile(r'^L(\d+)(?:-(\d+))?(?:, "(.*)")?$')


def rows(path):
    with open(path, encoding="utf-8", newline="") as f:
        yield from csv.DictReader(f)


def cited(texts, problems):
    """Return {(source, line number): [records]} for every CSV file with a sources column."""
    found = defaultdict(list)
    for path in sorted(SEED.rglob("*.csv")):
        if path.name == "left-out.csv":
            continue
        for record in (Record(path, row) for row in rows(path)):
            label = record.on if path.parent != SEED else f"{path.stem}({record.on})"
            for source, locator, _ in record.cites:
                if source in texts:
                    mark(found, texts, source, locator, label, problems)
    return found


def mark(found, texts, source, locator, record, problems):
    m = LINES.match(locator)
    if not m:
        problems.append(f"{record}: the locator {locator!r} is not of the form L31, \"Heading\"")
        return
    first, last = int(m[1]), int(m[2] or m[1])
    lines = texts[source]
    if not 1 <= first <= last <= len(lines):
        problems.append(f"{record}: {source} has no line {locator!r}")
        return
    if m[3] and m[3] not in (line.strip() for line in lines[:first]):
        problems.append(f"{record}: neither {locator!r} nor a line above it reads {m[3]!r}")
    for n in range(first, last + 1):
        if record not in found[source, n]:
            found[source, n].append(record)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("texts", type=Path, help="folder with the stored texts")
    ap.add_argument("--open", action="store_true", help="only the lines that are open")
    args = ap.parse_args()
    texts = {r["id"]: (args.texts / r["file"]).read_text(encoding="utf-8").split("\n")
             for r in rows(SEED / "nodes/source.csv") if r["file"]}
    problems = []
    found = cited(texts, problems)
    left = defaultdict(list)
    for r in rows(SEED / "left-out.csv"):
        if r["source"] in texts:
            mark(left, texts, r["source"], r["locator"], f"left out: {r['what']}", problems)
    still = 0
    for source, lines in texts.items():
        print(f"== {source}, {len(lines)} lines")
        for n, line in enumerate(lines, 1):
            by = found[source, n] + left[source, n]
            is_open = bool(line.strip()) and not by
            still += is_open
            if is_open or not args.open:
                print(f"L{n}\t{'OPEN ' + line if is_open else '; '.join(by) or 'blank'}")
    for p in problems:
        print(p, file=sys.stderr)
    print(f"open lines: {still}; locators that do not fit: {len(problems)}")
    sys.exit(1 if still or problems else 0)


if __name__ == "__main__":
    main()
