#!/usr/bin/env python3
"""Account for every row of the research tables.

    python3 seed/tools/research.py FOLDER             # one line for each row, then the sums
    python3 seed/tools/research.py FOLDER --problems  # only the problems and the sums

FOLDER holds the seven research tables. Each row of each table is *taken* (a
record of its own cites it), *merged* (that record cites other rows, pages or
lines too) or *left out* (left-out.csv says why); a row that is left out in
part is taken and left out. research/README.md says how a record cites a row.

The checks start from the tables and look for each row in the dataset; they
share nothing with the making of the records but ids.tsv and sources.tsv.
Exit 1 where a row is not accounted for, where a record cites a row that the
tables do not have or a page that the row does not name, where a record
contradicts its row without a claim that keeps the row's value, and where an
edge ascribes a date or an amount to several pages that one row puts together.
"""
import argparse
import csv
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

from dataset import SEED, TABLES, Dataset, folded, within

NAMES = ("sources", "entities", "places", "memberships", "signatures", "relations", "figures")
DEEDS = ("signed", "issued", "founded", "initiated", "organised", "replaces", "reaffirms")
PLACE_TYPE = {"city": "municipality"}
DATE_FIELD = {"declaration": "adopted", "initiative": "started", "event": "date"}
CITED = re.compile(r"^(%s)\.tsv, (.+)$" % "|".join(NAMES))


def table(path):
    with open(path, encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f, delimiter="\t", quoting=csv.QUOTE_NONE))


def keyed(name, rows):
    """Yield each row's locator and the row."""
    triple = lambda r: f"{r['subject']} {r['relation']} {r['object']}"
    seen = Counter(triple(r) for r in rows) if name == "relations" else {}
    for r in rows:
        key = {
            "memberships": lambda: f"{r['city']} / {r['network']}",
            "signatures": lambda: f"{r['signatory']} / {r['declaration']}",
            "relations": lambda: triple(r) + (f" ({r['from']})" if seen[triple(r)] > 1 else ""),
            "figures": lambda: f"{r['subject']} / {r['metric']} / {r['value']} / {r['date'] or 'undated'}",
            "sources": lambda: r["id"],
        }.get(name, lambda: r["name"])()
        yield f"{name}.tsv, {key}", r


class Account:
    """The comparison of one folder of tables with the dataset."""

    def __init__(self, folder):
        self.data = Dataset()
        self.ids = defaultdict(list)
        for r in table(SEED / "tools/research/ids.tsv"):
            self.ids[r["name"]].append(r["id"])
        self.page = {r["research"]: r["id"] for r in table(SEED / "tools/research/sources.tsv")}
        self.rows = {n: dict(keyed(n, table(folder / f"{n}.tsv"))) for n in NAMES}
        self.all = {k: r for rows in self.rows.values() for k, r in rows.items()}
        self.problems, self.lines, self.sums = [], [], Counter()

    def problem(self, key, text):
        self.problems.append(f"{key}: {text}")

    def run(self):
        for name, rows in self.rows.items():
            for key, row in rows.items():
                self.account(name, key, row)
        for r in self.data.records:
            self.citations(r)
        for locator, why in self.data.left.items():
            if why is not None and locator not in self.all:
                self.problem(locator, "left-out.csv names a row that the tables do not have")

    def account(self, name, key, row):
        found, remarks = getattr(self, name)(key, row)
        left = self.data.left.get(key)
        if not found and left is None:
            self.problem(key, "no record holds this row, and left-out.csv does not name it")
            return
        state = "left out"
        if found:
            alone = all(loc == key for r in found for _, loc, _ in r.cites)
            state = ("taken" if alone else "merged") + (" in part" if left is not None else "")
        if left is not None:
            remarks = remarks + [left]
        self.sums[name, state] += 1
        self.lines.append("\t".join([state, key, ", ".join(dict.fromkeys(r.on for r in found)), "; ".join(remarks)]))

    def citations(self, r):
        for source, locator, _ in r.cites:
            if not CITED.match(locator):
                continue
            row = self.all.get(locator)
            if row is None:
                self.problem(r.on, f"cites {locator!r}, which the tables do not have")
            elif source != TABLES and source not in {self.page.get(w) for cell in row.values() for w in re.split(r"[\s;:,()]+", cell)}:
                self.problem(r.on, f"cites {locator!r} for {source}, a page that the row does not name")

        if r.is_edge():
            self.ascribed(r)

    def ascribed(self, r):
        pages = defaultdict(set)
        for source, locator, _ in r.cites:
            pages[locator].add(source)
        for locator in (loc for loc, by in pages.items() if CITED.match(loc) and len(by) > 1):
            for field in ("since", "until", "seen", "amount"):
                if r.row.get(field) and not self.data.claims[r.on, field]:
                    self.problem(r.on, f"{field} stands on several pages by {locator!r}: make it a claim of the tables")

    # One method for each table: the records that hold a row, and remarks.

    def sources(self, key, row):
        node = self.data.nodes.get(self.page.get(row["id"], ""))
        if node is None:
            return [], []
        found = [r for r in self.data.records if r.file == "nodes/source.csv" and r.on == node["id"]]
        for field in ("publisher", "url", "language", "published"):
            said = self.data.values(found[0], field)
            if row[field] and row[field] not in said and node["authors"] != row[field]:
                self.problem(key, f"{field} is {row[field]!r}, the source has {said}")
        return found, []

    def places(self, key, row):
        found = [r for r in self.data.by[key] if r.file == "nodes/city.csv" and r.on in self.ids[row["name"]]]
        for r in found:
            if r.row["country"] != row["country"]:
                self.problem(key, f"lies in {row['country']}, {r.on} in {r.row['country']}")
            if r.row["placeType"] != PLACE_TYPE.get(row["kind"], row["kind"]):
                self.problem(key, f"is a {row['kind']}, {r.on} a {r.row['placeType']}")
            self.spelt(key, r.on, [row["name"], *row["spellings"].split(" | ")])
        return found, []

    def entities(self, key, row):
        found = [r for r in self.data.by[key] if r.file.startswith("nodes/") and r.on in self.ids[row["name"]]]
        for r in found:
            kind = r.on.split(":")[0]
            self.spelt(key, r.on, [n.rsplit("@", 1)[0] for n in row["other_names"].split(" | ") if n])
            if row["founded"]:
                fields = [DATE_FIELD.get(kind, "foundingDate")] + (["published"] if kind == "declaration" else [])
                self.dated(key, r, row["founded"], fields)
            notes = " ".join(self.data.claims[r.on, "note"])
            if row["homepage"] and row["homepage"] not in [*self.data.values(r, "homepage"), *re.findall(r"https?://[^ ]*[^ .]", notes)]:
                self.problem(key, f"{r.on} lacks the site {row['homepage']}")
            if row["place"] and key not in self.data.left and row["place"] not in notes and not self.seat(r.on, row["place"]):
                self.problem(key, f"{r.on} lacks the place {row['place']}")
        return found, []

    def seat(self, node, place):
        towns = [*self.ids[place], *(n for n, row in self.data.nodes.items() if n.startswith("city:") and row["name"] == place)]
        return any(r.file in ("edges/located-in.csv", "edges/active-in.csv") and r.row["from"] == node and r.row["to"] in towns
                   for r in self.data.records)

    def memberships(self, key, row):
        places, groups = self.ids[row["city"]], self.ids[row["network"]]
        pairs = {(p, g) for p in places for g in groups} | {(g, p) for p in places for g in groups}
        # who founded, funds or coordinates stands on other edges, too: the state itself comes first
        kinds = ("member-of", "took-part-in", "active-in", "funds", "supports")
        edges = [r for k in kinds for r in self.edges(key) if r.file == f"edges/{k}.csv" and (r.row["from"], r.row["to"]) in pairs]
        self.state(key, edges, row["since"], row["until"])
        for r in edges:
            self.basis(key, r, row)
        for place in places[:1]:
            self.spelt(key, place, row["spelling_in_source"].split(" | "))
            if self.data.nodes.get(place, row)["country"] != row["country"]:
                self.problem(key, f"{place} does not lie in {row['country']}")
        return edges, self.weaker(key, edges, row)

    def signatures(self, key, row):
        edges = [r for r in self.edges(key) if r.file == "edges/signed.csv"
                 and r.row["from"] in self.ids[row["signatory"]] and r.row["to"] in self.ids[row["declaration"]]]
        self.state(key, edges, row["date"], "")
        for r in edges:
            self.basis(key, r, row)
            if row["on_behalf_of"] and not any(r.row.get(f) for f in ("onBehalfOf", "office")) and not self.data.claims[r.on, "unnamedParties"]:
                self.problem(key, f"{r.on} does not say that it was signed for {row['on_behalf_of']}")
        return edges, self.weaker(key, edges, row)

    def relations(self, key, row):
        ends = [set(self.ids[row["subject"]]), set(self.ids[row["object"]])]
        edges = [r for r in self.edges(key) if (r.row["from"] in ends[0] and r.row["to"] in ends[1])
                 or (r.row["from"] in ends[1] and r.row["to"] in ends[0])]
        kind = {"COORDINATES_SECTION": "coordinates", "PARTICIPATED_IN": "took-part-in"}.get(row["relation"], row["relation"].lower().replace("_", "-"))
        own = [r for r in edges if r.file == f"edges/{kind}.csv"] or edges
        remarks = [] if not own or own[0].file == f"edges/{kind}.csv" else ["as " + own[0].file[6:-4].upper().replace("-", "_")]
        if not remarks:
            self.state(key, own, row["from"], row["until"])
        for r in own[:1]:
            amount = re.search(r"\d+", row["amount"])
            if amount and amount[0] not in self.data.values(r, "amount") and not any(amount[0] in n.replace(",", "").replace(" ", "")
                                                                                    for n in self.data.claims[r.on, "note"]):
                self.problem(key, f"{r.on} lacks the amount {row['amount']}")
        for r in own:
            self.basis(key, r, row)
        return own, remarks + self.weaker(key, own, row)

    def figures(self, key, row):
        found = [r for r in self.data.by[key] if not r.file.startswith(("names", "nodes"))]
        numbers = [r for r in found if r.file == "figures.csv" and r.on in self.ids[row["subject"]]]
        if numbers and row["value"].isdigit() and row["value"] not in [r.row["value"] for r in numbers]:
            self.problem(key, f"the figure says {numbers[0].row['value']}")
        for r in numbers:
            if row["date"] and r.row["date"] != row["date"] and not (r.row["date"] and within(r.row["date"], row["date"])):
                self.problem(key, f"is of {row['date']}, the figure of {r.row['date'] or 'no date'}")
        return found, []

    # What several tables share.

    def edges(self, key):
        """Edges that cite the row themselves or through a claim."""
        on = {r.on for r in self.data.by[key]}
        return [r for r in self.data.records if r.is_edge() and r.on in on and any(l == key for _, l, _ in r.cites)]

    def spelt(self, key, node, names):
        known = {folded(n) for n in self.data.names[node]}
        for n in filter(None, names):
            if folded(n) not in known:
                self.problem(key, f"{node} lacks the name {n!r}")

    def dated(self, key, r, value, fields):
        """Some field or claim has the row's date, or a narrower one."""
        said = [v for f in fields for v in self.data.values(r, f)]
        if value not in said and not any(within(v, value) for v in said):
            self.problem(key, f"gives {value}, {r.on} has {', '.join(fields)} {said}")

    def state(self, key, edges, since, until):
        """One of the edges holds from and until when the row says; the others may tell another side of the row."""
        against = [self.against(r, since, until) for r in edges]
        if edges and all(against) and key not in self.data.left:
            self.problem(key, against[0])
        for r in edges:
            self.nowhere(key, r, [since, until, f"[{since}..{until}]", *re.findall(r"[^.\[\]]+", since + ".." + until)])

    def nowhere(self, key, r, given):
        """An edge that cites nothing but this row has no date that neither the row nor its page gives, unless claims do."""
        if any(loc != key for _, loc, _ in r.cites):
            return
        published = [self.data.nodes[source]["published"] for source, _, _ in r.cites]
        for field in ("since", "until", "seen"):
            for v in filter(None, r.row[field].split("; ")):
                if not self.data.claims[r.on, field] and v not in given + (published if field == "seen" else []):
                    self.problem(key, f"{r.on} has {field} {v}, which the row does not give")

    def against(self, r, since, until):
        """Say what in the edge is against the row's dates, or nothing."""
        began, ended, seen = (self.data.values(r, f) for f in ("since", "until", "seen"))
        if r.file[6:-4] in DEEDS:
            when = f"[{since}..{until}]" if since and until and since != until else since
            return "" if not when or any(within(b, when) for b in began) else f"done {when}, {r.on} has since {began}"
        upper = since.partition("..")[2].rstrip("]")
        if upper and not any(within(v, upper) for v in seen) and not (since in began and self.data.claims[r.on, "note"]):
            return f"stands on a list of {upper}, {r.on} has seen {seen}, since {began}"
        if since and not since.startswith("[..") and not any(within(b, since) for b in began):
            return f"since {since}, {r.on} has {began}"
        if until and not any(within(v, until) for v in ended):
            return f"until {until}, {r.on} has {ended}"
        return ""

    def basis(self, key, r, row):
        """What the table marks as implied is not stated on the strength of that row."""
        if row["certainty"] == "implied" and any(loc == key and not implied for _, loc, implied in r.cites):
            self.problem(key, f"is implied, {r.on} cites it as stated")

    def weaker(self, key, found, row):
        if row["certainty"] == "stated" and any(loc == key and implied for r in found for _, loc, implied in r.cites):
            return ["stated in the table, implied here"]
        return []


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("folder", type=Path, help="folder with the research tables")
    ap.add_argument("--problems", action="store_true", help="only the problems and the sums")
    args = ap.parse_args()
    account = Account(args.folder)
    account.run()
    if not args.problems:
        print("\n".join(account.lines))
    for name in NAMES:
        states = ", ".join(f"{n} {s}" for (t, s), n in sorted(account.sums.items()) if t == name)
        print(f"{name}.tsv: {len(account.rows[name])} rows: {states}")
    for p in account.problems:
        print(p, file=sys.stderr)
    print(f"problems: {len(account.problems)}")
    sys.exit(1 if account.problems else 0)


if __name__ == "__main__":
    main()
