"""Expected chains for internal/analysis, by networkx, on 200 seeded random graphs, of which every
fourth is directed, and on Davis Southern Women.

    scripts/python python scripts/oracle/chains.py --write

writes internal/analysis/testdata/chains.jsonl, one graph a line; without --write it compares. networkx yields the paths of one
length in no order that it promises: all paths as long as the k-th are taken, sorted by the numbers of
their links, and cut to k."""

import random
import sys

import networkx as nx
from lib.committed import held


def chains(g, number, start, end, k, most):
    found = []
    try:
        for path in nx.shortest_simple_paths(g, start, end):
            hops = list(zip(path, path[1:]))
            if len(hops) > most or len(found) >= k and len(hops) > len(found[k - 1]):
                break
            found.append([number[hop] for hop in hops])
    except nx.NetworkXNoPath:
        pass
    return sorted(found, key=lambda chain: (len(chain), chain))[:k]


def case(name, vertices, links, directed, start, end, k, most):
    g = nx.DiGraph() if directed else nx.Graph()
    g.add_nodes_from(range(vertices))
    g.add_edges_from(links)
    number = {}
    for i, (u, v) in enumerate(links):
        number[u, v] = i
        if not directed:
            number[v, u] = i
    found = chains(g, number, start, end, k, most)
    return {"name": name, "vertices": vertices, "links": links, "directed": directed,
            "from": start, "to": end, "k": k, "most": most, "chains": found}


def davis():
    g = nx.davis_southern_women_graph()
    names = sorted(g, key=str)
    at = {name: i for i, name in enumerate(names)}
    links = sorted(sorted((at[u], at[v])) for u, v in g.edges)
    return case("davis", len(names), links, False, at["Olivia Carleton"], at["Evelyn Jefferson"], 40, 6)


def drawn(seed):
    r = random.Random(seed)
    directed = seed % 4 == 3
    n = r.randint(2, 14)
    pairs = [(u, v) for u in range(n) for v in range(n) if u != v and (directed or u < v)]
    # from a few links in many parts to nearly all
    links = r.sample(pairs, min(len(pairs), r.randint(0, 3 * n)))
    start, end = r.sample(range(n), 2)
    return case(f"drawn {seed}", n, links, directed, start, end, r.randint(1, 30), r.randint(1, 8))


if __name__ == "__main__":
    sys.exit(0 if held("chains.jsonl", [davis(), *map(drawn, range(200))]) else 1)
