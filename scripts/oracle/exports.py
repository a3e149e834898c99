"""Both exports hold the dataset's rows, read by programs that are not ours: the zip by frictionless
and the csv module, the JSON lines by the json module."""

import collections
import json
import pathlib
import subprocess
import sys
import tempfile
import zipfile

from lib.rows import edges, nodes, table
from lib.serving import BINARY, SEED

PARTS = ["names", "figures", "rosters", "claims", "retired", "corrections"]
NOT_RECORDS = {"geonames.csv", "left-out.csv"}  # working papers of the editors


def content(folder):
    """Every row of every table, as a bag: neither order nor an empty cell says anything."""
    found = {}
    for path in folder.rglob("*.csv"):
        if path.name in NOT_RECORDS:
            continue
        rows = edges(folder) if path.parent.name == "edges" else None
        rows = [r for r in rows if r["kind"] == kind(path)] if rows else table(path)
        bag = collections.Counter(tuple(sorted((k, v) for k, v in row.items() if v)) for row in rows)
        if bag:
            found[str(path.relative_to(folder))] = bag
    return found


def kind(path):
    """The kind of record that a file holds."""
    return path.stem.upper().replace("-", "_")


def check_zip(work):
    """Complaints about the zip."""
    folder = work / "csv"
    with zipfile.ZipFile(work / "dataset.zip") as archive:
        archive.extractall(folder)
    subprocess.run(["frictionless", "validate", folder / "datapackage.json"], check=True, stdout=subprocess.DEVNULL)
    here, there = content(SEED), content(folder)
    for name in sorted(here.keys() | there.keys()):
        for row in (here.get(name, collections.Counter()) - there.get(name, collections.Counter())).elements():
            yield f"{name}: the zip lacks {dict(row)}"
        for row in (there.get(name, collections.Counter()) - here.get(name, collections.Counter())).elements():
            yield f"{name}: the zip adds {dict(row)}"


def check_lines(work):
    """Complaints about the JSON lines."""
    records = [json.loads(line) for line in (work / "dataset.jsonl").read_text("utf-8").splitlines()]
    by_type = collections.defaultdict(list)
    for record in records:
        by_type[record["record"]].append(record)
    if len(by_type["dataset"]) != 1:
        yield f"{len(by_type['dataset'])} lines describe the dataset"
    for name, rows in (("node", nodes(SEED)), ("edge", edges(SEED))):
        want = {row["id"]: row for row in rows}
        got = {record["id"]: record for record in by_type[name]}
        if want.keys() != got.keys() or len(got) != len(by_type[name]):
            yield f"{name}s: {sorted(want.keys() ^ got.keys())} stand in one of both"
        for each, row in want.items():
            record = got.get(each, {})
            for field in ("kind", "name", "from", "to", "since", "until", "basis"):
                if row.get(field) and record.get(field) != row[field]:
                    yield f"{each}: {field} is {record.get(field)!r}, in the row {row[field]!r}"
    for part in PARTS[:4]:
        count = sum(len(record.get(part, [])) for record in by_type["node"] + by_type["edge"])
        if count != len(table(SEED / f"{part}.csv")):
            yield f"{part}: {count} in the JSON lines, {len(table(SEED / f'{part}.csv'))} rows"


def main():
    with tempfile.TemporaryDirectory() as name:
        work = pathlib.Path(name)
        for form, file in (("csv", "dataset.zip"), ("jsonl", "dataset.jsonl")):
            subprocess.run([BINARY, "export", "--format", form, "-o", work / file], check=True, capture_output=True)
        complaints = [*check_zip(work), *check_lines(work)]
    print(*complaints[:50], sep="\n")
    print(f"{len(content(SEED))} tables and their JSON lines compared, {len(complaints)} differences")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
