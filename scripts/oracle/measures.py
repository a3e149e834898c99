"""Expected values for internal/analysis, by networkx, numpy and scipy, from nothing of CityGraph's
own code: on Davis Southern Women, on the seed dataset and on 200 random two-mode graphs.

    scripts/python python scripts/oracle/measures.py --write

writes internal/analysis/testdata/measures.jsonl (one graph a line) and …/seed.jsonl (one view of
the seed dataset a line); without --write it compares. Write anew when the seed changes."""

import datetime
import math
import random
import sys

import networkx as nx
import numpy as np
from lib.committed import held
from lib.rows import edges, holds, nodes
from lib.serving import SEED
from networkx.algorithms import bipartite
from scipy.sparse import csgraph

ROSTERS = {"network": "MEMBER_OF", "organization": "MEMBER_OF", "declaration": "SIGNED", "event": "TOOK_PART_IN", "initiative": "TOOK_PART_IN"}
ROSTER_ROLES = {"", "participant", "partner", "declared"}
ALPHA = 0.85


def graph(actors, groups, pairs):
    """Actors are 0 … actors-1, groups stand behind them."""
    g = nx.Graph()
    g.add_nodes_from(range(actors), bipartite=0)
    g.add_nodes_from(range(actors, actors + groups), bipartite=1)
    g.add_edges_from((a, actors + k) for a, k in pairs)
    return g


def finite(x):
    return None if x is None or math.isnan(x) or math.isinf(x) else x


def pagerank(g):
    """By solving the linear equations; networkx's power iteration has to agree."""
    n = len(g)
    step = np.zeros((n, n))
    for u in g:
        for v in g[u]:
            step[v, u] = 1 / g.degree(u)
        if not g.degree(u):
            step[:, u] = 1 / n
    exact = np.linalg.solve(np.eye(n) - ALPHA * step, np.full(n, (1 - ALPHA) / n))
    theirs = nx.pagerank(g, alpha=ALPHA, tol=1e-14, max_iter=10000)
    assert np.allclose(exact, [theirs[v] for v in range(n)], rtol=1e-9, atol=0)
    return list(exact)


def normalised_betweenness(g, actors):
    try:
        found = bipartite.betweenness_centrality(g, actors)
    except ZeroDivisionError:  # nobody of one of the modes can lie between two others
        return None
    return [found[v] for v in range(len(g))]


def closeness(g, actors):
    """Within each connected part, times the share of the other nodes that it has: networkx's own
    formula for graphs in several parts can exceed 1. In a connected graph both are the same."""
    found = {}
    for part in nx.connected_components(g):
        inside = bipartite.closeness_centrality(g.subgraph(part), part & set(actors))
        found |= {v: c * (len(part) - 1) / max(len(g) - 1, 1) for v, c in inside.items()}
    if nx.is_connected(g):
        theirs = bipartite.closeness_centrality(g, actors)
        assert all(math.isclose(found[v], theirs[v], rel_tol=1e-12) for v in g)
    return found


def clustering(g):
    three_paths = sum((g.degree(u) - 1) * (g.degree(v) - 1) for u, v in g.edges)
    return bipartite.robins_alexander_clustering(g) if three_paths else None


def cuts(g):
    """Each cut node with the sets of nodes that it holds together."""
    found = {}
    for v in nx.articulation_points(g):
        rest = g.subgraph(nx.node_connected_component(g, v) - {v})
        found[v] = sorted(sorted(part) for part in nx.connected_components(rest))
    return found


def newman(g, mode):
    return bipartite.collaboration_weighted_projected_graph(g, mode)


def modularities(g, actors, groups, rng, small):
    """Of one random division of the vertices, for each of the three graphs; of small graphs also
    the weights, and the best division that networkx's own Louvain finds with five seeds."""
    label = {v: rng.randrange(3) for v in g}
    found = {}
    for name, one, members in (("twoMode", g, list(g)), ("actors", newman(g, actors), actors), ("groups", newman(g, groups), groups)):
        division = [c for c in ([v for v in members if label[v] == i] for i in range(3)) if c]
        q = nx.community.modularity(one, division, weight="weight") if one.number_of_edges() else None
        found[name] = {"division": division, "modularity": q}
        if small and one.number_of_edges():
            theirs = [nx.community.louvain_communities(one, weight="weight", seed=seed) for seed in range(5)]
            found[name]["louvain"] = max(nx.community.modularity(one, division, weight="weight") for division in theirs)
            found[name]["weights"] = sorted([min(u, v), max(u, v), tie.get("weight", 1)] for u, v, tie in one.edges(data=True))
    return found


def measures(name, n, m, pairs, seed=0, small=True):
    g = graph(n, m, pairs)
    actors, groups = list(range(n)), list(range(n, n + m))
    parts, _ = csgraph.connected_components(nx.to_scipy_sparse_array(g)) if g.number_of_edges() else (n + m, None)
    assert parts == nx.number_connected_components(g)
    listed = lambda found: [found[v] for v in range(n + m)]
    return {
        "name": name,
        "actors": n,
        "groups": m,
        "pairs": sorted(map(list, set(map(tuple, pairs)))),
        "degree": listed(bipartite.degree_centrality(g, actors)),
        "closeness": listed(closeness(g, actors)),
        "betweenness": listed(nx.betweenness_centrality(g, normalized=False)),
        "betweennessNormalised": normalised_betweenness(g, actors),
        "pageRank": pagerank(g),
        "density": finite(bipartite.density(g, actors)),
        "clustering": clustering(g),
        "cuts": cuts(g),
        "components": parts,
        "modularity": modularities(g, actors, groups, random.Random(seed), small),
    }


def davis():
    g = nx.davis_southern_women_graph()
    women, events = g.graph["top"], g.graph["bottom"]
    pairs = [(women.index(w), events.index(e)) for w, e in g.edges]
    return measures("Davis Southern Women", len(women), len(events), pairs)


def drawn(seed):
    """Sparse ones fall apart, dense ones hardly; some vertices stay alone."""
    rng = random.Random(seed)
    n, m = rng.randint(1, 14), rng.randint(1, 8)
    share = rng.choice([0.1, 0.2, 0.35, 0.6, 0.9])
    pairs = [(a, k) for a in range(n) for k in range(m) if rng.random() < share]
    return measures(f"random {seed}", n, m, pairs, seed)


def view(title, day, certain, stated, rows, places):
    """A view of the seed dataset: the cities × groups of the rows that pass."""
    pairs = set()
    for row in rows:
        group_kind = row["to"].partition(":")[0]
        passes = (
            ROSTERS.get(group_kind) == row["kind"]
            and places.get(row["from"]) == "municipality"
            and row.get("role", "") in ROSTER_ROLES
            and not (stated and row["basis"] == "implied")
            and (day is None or holds(row, day) in (["CERTAIN"] if certain else ["CERTAIN", "POSSIBLE"]))
        )
        if passes:
            pairs.add((row["from"], row["to"]))
    actors, groups = sorted({a for a, _ in pairs}), sorted({k for _, k in pairs})
    if pairs:
        found = measures(title, len(actors), len(groups), [(actors.index(a), groups.index(k)) for a, k in pairs], small=False)
    else:
        found = {"name": title, "actors": 0, "groups": 0, "pairs": []}
    found["ids"] = actors + groups
    found["asOf"], found["certain"], found["stated"] = day and day.isoformat(), certain, stated
    return found


def main():
    rows = list(edges(SEED))
    places = {row["id"]: row["placeType"] for row in nodes(SEED) if row["kind"] == "CITY"}
    days = [None, datetime.date(2021, 12, 31), datetime.date(2024, 8, 31)]
    of_seed = [
        view(f"{day or 'ever'}, {'certain' if certain else 'possible'}, {'stated' if stated else 'any'}", day, certain, stated, rows, places)
        for day in days for certain in ([True, False] if day else [False]) for stated in (True, False)
    ]
    held_all = [held("measures.jsonl", [davis(), *map(drawn, range(200))]), held("seed.jsonl", of_seed)]
    return 0 if all(held_all) else 1


if __name__ == "__main__":
    sys.exit(main())
