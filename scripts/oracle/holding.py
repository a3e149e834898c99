"""What held on a day: every relationship of the dataset, on every day around which an answer
can change, as the API says it and as this program reads it from the CSV files."""

import datetime
import sys

from lib.rows import FIRST, LAST, bounds, edges, holds, nodes
from lib.serving import SEED, ask, server

QUERY = """query ($ids: [ID!]!, $day: Date!) {
  nodes(ids: $ids) { id relations(first: 1000, asOf: $day) { totalCount edges { id holdsOn } } }
}"""
ONE = datetime.timedelta(1)
BATCH = 20


def days(rows):
    """Each bound of each date, with the days before and after it."""
    found = set()
    for row in rows:
        for text in [row["since"], row["until"], *row["seen"].split("; ")]:
            for bound in bounds(text):
                if FIRST < bound < LAST:
                    found |= {bound - ONE, bound, bound + ONE}
    return sorted(found)


def expected(rows, day):
    """By node: the edges that held there, with how sure that is."""
    by_node = {}
    for row in rows:
        verdict = holds(row, day)
        if verdict != "NO":
            for end in {row["from"], row["to"]}:
                by_node.setdefault(end, {})[row["id"]] = verdict
    return by_node


def main():
    rows, ids = list(edges(SEED)), sorted(row["id"] for row in nodes(SEED))
    wrong = compared = 0
    with server() as address:
        for day in days(rows):
            want = expected(rows, day)
            for start in range(0, len(ids), BATCH):
                data = ask(address, QUERY, {"ids": ids[start : start + BATCH], "day": day.isoformat()})
                for node in data["nodes"]:
                    got = {edge["id"]: edge["holdsOn"] for edge in node["relations"]["edges"]}
                    compared += 1
                    if got != want.get(node["id"], {}) or len(got) != node["relations"]["totalCount"]:
                        wrong += 1
                        print(f"{day} {node['id']}: the API says {got}, the rows say {want.get(node['id'], {})}")
    print(f"{compared} answers of {len(ids)} nodes on {len(days(rows))} days compared, {wrong} wrong")
    return 1 if wrong or not compared else 0


if __name__ == "__main__":
    sys.exit(main())
