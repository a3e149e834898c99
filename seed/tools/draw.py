#!/usr/bin/env python3
"""Draw rows of the research tables at random, for a second reading.

    python3 seed/tools/draw.py FOLDER [--rows 80] [--seed 20261122]

Prints table, line number (the header is line 1) and row. The same seed draws
the same rows as long as the tables stay as they are.
"""
import argparse
import random
from pathlib import Path

TABLES = ["sources", "memberships", "signatures", "relations", "figures", "entities", "places"]


def rows(folder):
    for table in TABLES:
        lines = (folder / f"{table}.tsv").read_text(encoding="utf-8").splitlines()
        yield from ((table, number, line) for number, line in enumerate(lines[1:], 2))


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("folder", type=Path, help="folder with the research tables")
    ap.add_argument("--rows", type=int, default=80)
    ap.add_argument("--seed", type=int, default=20261122)
    args = ap.parse_args()
    every = list(rows(args.folder))
    for i in sorted(random.Random(args.seed).sample(range(len(every)), args.rows)):
        print(*every[i], sep="\t")


if __name__ == "__main__":
    main()
