"""Expected values for the set questions, by networkx, scipy and exact fractions, from nothing of
CityGraph's own code: on Davis Southern Women, on the seed dataset and on 200 random two-mode graphs.

    scripts/python python scripts/oracle/overlap.py --write

writes internal/analysis/testdata/overlap.jsonl, one graph a line. Without --write it compares, and
asks the API on the seed dataset too."""

import fractions
import itertools
import math
import random
import sys

import networkx as nx
import numpy as np
from lib.committed import held
from lib.rows import edges, nodes
from lib.serving import SEED, ask, server
from networkx.algorithms import bipartite
from scipy import optimize, special, stats

GRAPHS = 200
COLUMNS = ["shared", "expected", "lift", "p", "log10p", "jaccard", "overlap", "sdsm", "adjusted"]  # of each pair
DIGITS = 13


def upper_tail(n, a, b, k):
    """P(X ≥ k) of the hypergeometric distribution as a fraction; scipy has to agree."""
    ways = sum(math.comb(a, i) * math.comb(n - a, b - i) for i in range(k, min(a, b) + 1))
    exact = fractions.Fraction(ways, math.comb(n, b))
    theirs = stats.hypergeom.sf(k - 1, n, a, b)
    assert math.isclose(theirs, float(exact), rel_tol=1e-9, abs_tol=1e-300), (n, a, b, k)
    return exact


def log10(fraction):
    return math.log10(fraction.numerator) - math.log10(fraction.denominator) if fraction else None


def short(x):
    """Floats with as many digits as the comparison needs."""
    if isinstance(x, float):
        return float(f"{x:.{DIGITS}g}")
    if isinstance(x, dict):
        return {k: short(v) for k, v in x.items()}
    return [short(each) for each in x] if isinstance(x, list) else x


def projection(g, groups, weight):
    """networkx's one-mode graph of the groups; weights by pair."""
    found = weight(g, groups)
    return {frozenset((u, v)): d["weight"] for u, v, d in found.edges(data=True)}


def bicm(table):
    """Probabilities of the bipartite configuration model, by scipy; None where the sums are those
    of so few tables that there is no finite solution."""
    rows, columns = table.sum(1), table.sum(0)
    keep_r, keep_c = (rows > 0) & (rows < table.shape[1]), (columns > 0) & (columns < table.shape[0])
    if not keep_r.all() or not keep_c.all():
        return None
    n, m = table.shape

    def gaps(x):
        p = special.expit(x[:n, None] + np.append(x[n:], 0)[None, :])
        return np.append(p.sum(1) - rows, (p.sum(0) - columns)[:-1])

    def slopes(x):
        p = special.expit(x[:n, None] + np.append(x[n:], 0)[None, :])
        w = p * (1 - p)
        j = np.zeros((n + m - 1, n + m - 1))
        j[:n, :n] = np.diag(w.sum(1))
        j[:n, n:] = w[:, :-1]
        j[n:, :n] = w[:, :-1].T
        j[n:, n:] = np.diag(w.sum(0)[:-1])
        return j

    start = np.append(special.logit(rows / m), special.logit(columns / n)[:-1])
    with np.errstate(all="ignore"):
        found = optimize.root(gaps, start, jac=slopes, tol=1e-13)
    if np.abs(gaps(found.x)).max() > 1e-10 or np.abs(found.x).max() > 15:
        return None
    return special.expit(found.x[:n, None] + np.append(found.x[n:], 0)[None, :])


def sdsm(p, i, j, shared):
    """P(S ≥ shared), summed over the actors one by one; scipy has to agree."""
    dist = np.zeros(len(p) + 1)
    dist[0] = 1
    for q in p[:, i] * p[:, j]:
        dist[1:] = dist[1:] * (1 - q) + dist[:-1] * q
        dist[0] *= 1 - q
    tail = dist[shared:].sum()
    assert math.isclose(stats.poisson_binom.sf(shared - 1, p[:, i] * p[:, j]), tail, rel_tol=1e-6, abs_tol=1e-9)
    return min(1.0, float(tail))


def line(name, actors, members, extra):
    """All measures of one graph; members are lists of actors, by group. extra are nameless actors."""
    g = nx.Graph()
    g.add_nodes_from(range(actors), bipartite=0)
    groups = [f"g{j}" for j in range(len(members))]
    g.add_nodes_from(groups, bipartite=1)
    g.add_edges_from((a, f"g{j}") for j, list_ in enumerate(members) for a in list_)
    n = actors + extra
    jaccard = projection(g, groups, lambda g, s: bipartite.overlap_weighted_projected_graph(g, s, jaccard=True))
    overlap = projection(g, groups, lambda g, s: bipartite.overlap_weighted_projected_graph(g, s, jaccard=False))
    newman = projection(g, list(range(actors)), bipartite.collaboration_weighted_projected_graph)
    table = np.zeros((n, len(members)), dtype=int)
    for j, list_ in enumerate(members):
        table[list_, j] = 1
    p = bicm(table[table.sum(1) > 0])
    pairs, exact = [], []
    for i, j in itertools.combinations(range(len(members)), 2):
        a, b = len(members[i]), len(members[j])
        k = len(set(members[i]) & set(members[j]))
        key = frozenset((groups[i], groups[j]))
        tail = upper_tail(n, a, b, k)
        exact.append(tail)
        lift = fractions.Fraction(k * n, a * b) if a * b else None
        pairs.append([
            k, a * b / n, None if lift is None else float(lift), float(tail), log10(tail),
            jaccard.get(key, 0 if a + b else None), overlap.get(key, 0 if min(a, b) else None),
            None if p is None else sdsm(p, i, j, k),
        ])  # fmt: skip
    for pair, adjusted in zip(pairs, stats.false_discovery_control([float(t) for t in exact]) if exact else []):
        pair.append(float(adjusted))
    ties = sorted([min(u, v), max(u, v), newman[key]] for key in newman for u, v in [tuple(key)])
    return {"name": name, "actors": n, "groups": members, "columns": COLUMNS, "pairs": pairs, "newman": ties[:20]}


def davis():
    g = nx.davis_southern_women_graph()
    women = g.graph["top"]
    return line("davis", len(women), [sorted(women.index(w) for w in g[e]) for e in g.graph["bottom"]], 0)


def seed():
    """Municipalities and the groups that they are recorded in, as sources state it, at any time; the
    ids of the groups too."""
    cities = sorted(r["id"] for r in nodes(SEED) if r["kind"] == "CITY" and r["placeType"] == "municipality")
    found = {}
    for e in edges(SEED):
        if e["kind"] in ("MEMBER_OF", "SIGNED", "TOOK_PART_IN") and e["basis"] == "stated" and e["from"] in cities:
            if e["kind"] != "TOOK_PART_IN" or e["role"] in ("", "participant", "partner", "declared"):
                found.setdefault(e["to"], set()).add(e["from"])
    recorded = sorted(set().union(*found.values()))  # the universe: who is in a group at all
    ids = sorted(found)
    return ids, line("seed", len(recorded), [sorted(recorded.index(c) for c in found[i]) for i in ids], 0)


QUERY = """query ($groups: [ID!]!) { overlap(groups: $groups, universe: {recorded: true}, sdsm: true) {
  universe { size } groups { size }
  pairs(first: 1000, orderBy: GROUPS) { totalCount edges { node {
    shared expected lift p: pValue log10p: log10P jaccard overlap: overlapCoefficient sdsm: sdsmPValue adjusted: pAdjusted } } } } }"""


def api_differs(ids, want):
    """Complaints about the API's answer on the seed dataset."""
    with server() as address:
        got = ask(address, QUERY, {"groups": ids})["overlap"]
    if got["universe"]["size"] != want["actors"] or [g["size"] for g in got["groups"]] != list(map(len, want["groups"])):
        yield f"the API has {got['universe']} and {got['groups']}"
    if got["pairs"]["totalCount"] != len(want["pairs"]):
        yield f"the API has {got['pairs']['totalCount']} pairs instead of {len(want['pairs'])}"
    for edge, pair in zip(got["pairs"]["edges"], want["pairs"]):
        for name, value in zip(COLUMNS, pair):
            given = edge["node"][name]
            if value is None and name == "sdsm":
                continue  # no finite solution here, which the API finds block by block
            if (value is None) != (given is None) or value is not None and not math.isclose(value, given, rel_tol=1e-9, abs_tol=1e-12):
                yield f"{name} is {given} instead of {value}"


def drawn(number):
    rng = random.Random(number)
    actors, groups = rng.randint(1, 40), rng.randint(2, 9)
    extra = rng.choice([0, 0, 1, 40, 2000])
    density = rng.choice([0.05, 0.2, 0.5, 0.8])
    members = [sorted(a for a in range(actors) if rng.random() < density) for _ in range(groups)]
    if number % 4 == 0:  # far tails: two large groups alike
        members[1] = members[0]
    return line(f"drawn {number}", actors, members, extra)


def main():
    ids, of_seed = seed()
    found = short([davis(), of_seed, *(drawn(i) for i in range(GRAPHS))])
    agrees = held("overlap.jsonl", found)
    if "--write" in sys.argv:
        return 0
    complaints = list(api_differs(ids, of_seed))
    print(*complaints[:20], f"the API's answer on {len(ids)} groups of the seed: {len(complaints)} differences", sep="\n")
    return 0 if agrees and not complaints else 1


if __name__ == "__main__":
    sys.exit(main())
