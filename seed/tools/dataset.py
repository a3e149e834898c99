"""What the tools beside this file share: cells, dates and the dataset as it lies in the folder."""
import csv
import re
import unicodedata
from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path

SEED = Path(__file__).resolve().parent.parent
TABLES = "source:citygraph-research-tables"
IMPLIED = " (implied)"


# Dates: the first and the last day that an EDTF text allows.

def day(text, last):
    about = text.endswith("~")
    y, m, d = ([int(p) for p in text.rstrip("~").split("-")] + [0, 0])[:3]
    if about and d:
        return date(y, m, d) + timedelta(days=1 if last else -1)
    if about and m:
        m += 1 if last else -1
        y, m = y + (m - 1) // 12, (m - 1) % 12 + 1
    elif about:
        y += 1 if last else -1
    if d:
        return date(y, m, d)
    if not last:
        return date(y, m or 1, 1)
    return (date(y + 1, 1, 1) if m in (0, 12) else date(y, m + 1, 1)) - timedelta(days=1)


def bounds(text):
    first, _, last = text.strip("[]").replace("..", "/").partition("/") if re.search(r"\.\.|/", text) else (text, "", text)
    return (day(first, False) if first else date.min, day(last, True) if last else date.max)


def within(a, b):
    """Whether every day of the date a is one of the date b."""
    (a0, a1), (b0, b1) = bounds(a), bounds(b)
    return b0 <= a0 and a1 <= b1


# The files.

def split(cell):
    """Yield source, locator and whether it is only implied, of a `sources` cell."""
    for part in re.split(r"(?<!;);(?!;)\s*", cell):
        source, locator = re.split(r"(?<!#)#(?!#)", part.strip(), maxsplit=1)
        yield source, locator.removesuffix(IMPLIED).replace(";;", ";").replace("##", "#"), locator.endswith(IMPLIED)


def folded(text):
    text = unicodedata.normalize("NFKD", text)
    return "".join(c for c in text if not unicodedata.combining(c)).casefold()


class Record:
    """A row of a CSV file: what it is on (the id of a node or an edge), its file, its cells and its citations."""

    def __init__(self, path, row):
        self.file, self.row = path.relative_to(SEED).as_posix(), row
        self.on = row.get("id") or next(iter(row.values()))
        if path.parent.name == "edges":
            ends = "--".join(row[e].split(":")[1] for e in ("from", "to"))
            self.on = row["id"] or f"{path.stem}:{ends}" + (f"--{row['stint']}" if row["stint"] not in ("", "1") else "")
        self.cites = list(split(row["sources"])) if row.get("sources") else []

    def is_edge(self):
        return self.file.startswith("edges/")


class Dataset:
    def __init__(self):
        self.records, self.by, self.claims, self.names, self.left = [], defaultdict(list), defaultdict(list), defaultdict(set), {}
        for path in sorted(SEED.rglob("*.csv")):
            with open(path, encoding="utf-8", newline="") as f:
                for row in csv.DictReader(f):
                    if path.name == "left-out.csv":
                        self.left[row["locator"]] = row["why"] if row["source"] == TABLES else None
                    elif path.name not in ("geonames.csv", "corrections.csv"):
                        self.records.append(Record(path, row))
        self.nodes = {r.on: r.row for r in self.records if r.file.startswith("nodes/")}
        for r in self.records:
            for _, locator, _ in r.cites:
                self.by[locator].append(r)
            if r.file == "claims.csv":
                self.claims[r.on, r.row["field"]] += r.row["value"].split("; ")
            if r.file == "names.csv":
                self.names[r.on].add(r.row["name"])
        for node, row in self.nodes.items():
            self.names[node].add(row["name"])

    def values(self, r, field):
        """Every value that the record or a claim on it gives the field."""
        return [v for v in r.row.get(field, "").split("; ") + self.claims[r.on, field] if v]
