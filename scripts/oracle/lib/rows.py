"""Reads the dataset's CSV files as they are, with nothing of CityGraph's own code."""

import csv
import datetime

FIRST, LAST = datetime.date.min, datetime.date.max
DEEDS = {"SIGNED", "ISSUED", "FOUNDED", "INITIATED", "ORGANISED", "ADDRESSED_TO", "REPLACES", "REAFFIRMS"}


def table(path):
    """The rows of one file, by column name."""
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def edges(folder):
    """Every edge with its id and kind, in no order that matters."""
    for path in sorted((folder / "edges").glob("*.csv")):
        for row in table(path):
            slug = [row[end].partition(":")[2] for end in ("from", "to")]
            stint = f"--{row['stint']}" if row["stint"] not in ("", "1") else ""
            row["id"] = row["id"] or f"{path.stem}:{slug[0]}--{slug[1]}{stint}"
            row["kind"] = path.stem.upper().replace("-", "_")
            yield row


def nodes(folder):
    """Every node, with its kind."""
    for path in sorted((folder / "nodes").glob("*.csv")):
        for row in table(path):
            row["kind"] = path.stem.upper().replace("-", "_")
            yield row


def bounds(text):
    """First and last day that an EDTF text of the dataset's forms can mean."""
    if not text:
        return FIRST, LAST
    if text.startswith("["):
        first, last = text[1:-1].split("..")
        return (bounds(first)[0] if first else FIRST), (bounds(last)[1] if last else LAST)
    if "/" in text:
        first, last = text.split("/")
        return bounds(first)[0], bounds(last)[1]
    numbers = [int(part) for part in text.rstrip("~").split("-")]
    about = 1 if text.endswith("~") else 0
    if len(numbers) == 1:
        return datetime.date(numbers[0] - about, 1, 1), datetime.date(numbers[0] + about, 12, 31)
    if len(numbers) == 2:
        month = numbers[0] * 12 + numbers[1] - 1
        return first_of(month - about), first_of(month + about + 1) - datetime.timedelta(1)
    day = datetime.date(*numbers)
    return day - datetime.timedelta(about), day + datetime.timedelta(about)


def first_of(month):
    """First day of a month, counted from the year 0."""
    return datetime.date(month // 12, month % 12 + 1, 1)


def holds(edge, day):
    """NO, POSSIBLE or CERTAIN: the rule as ARCHITECTURE.md and docs/vocabulary.md tell it."""
    (s0, s1), (u0, u1) = bounds(edge["since"]), bounds(edge["until"])
    if edge["kind"] in DEEDS:
        return "NO" if day < s0 else "CERTAIN" if edge["since"] and day >= s1 else "POSSIBLE"
    if not edge["until"]:
        u0 = FIRST
    earliest, latest = [], []
    for sighting in edge["seen"].split("; ") if edge["seen"] else []:
        first, last = bounds(sighting)
        earliest.append(last)
        exact = "[" not in sighting and sighting.count("-") > 0  # a day or a month
        latest.append(last if exact else first)
    for text in (edge["since"], edge["until"]):
        if text.count("-") == 2 and text[0] != "[" and text[-1] != "~":
            earliest.append(bounds(text)[0])
            latest.append(bounds(text)[0])
    if day < s0 or day > u1:
        return "NO"
    sure_from, sure_to = min([s1, *earliest]), max([u0, *latest])
    return "CERTAIN" if sure_from <= day <= sure_to else "POSSIBLE"
