"""Reads lists of members as JSON, reckons all pairs as bench/overlap_test.go does, by networkx and
scipy, and prints how long that took. Reading and building the graph are not in the time."""

import itertools
import json
import sys
import time

import networkx as nx
from networkx.algorithms import bipartite
from scipy import stats

CITIES = 5000

lists = json.load(sys.stdin)
graph = nx.Graph()
groups = [f"g{j}" for j in range(len(lists))]
graph.add_nodes_from(range(CITIES), bipartite=0)
graph.add_nodes_from(groups, bipartite=1)
graph.add_edges_from((city, groups[j]) for j, members in enumerate(lists) for city in members)

start = time.perf_counter()
shared = bipartite.weighted_projected_graph(graph, groups)
jaccard = bipartite.overlap_weighted_projected_graph(graph, groups, jaccard=True)
overlap = bipartite.overlap_weighted_projected_graph(graph, groups, jaccard=False)
pairs = list(itertools.combinations(groups, 2))
both = [shared[a][b]["weight"] if shared.has_edge(a, b) else 0 for a, b in pairs]
sizes = [(graph.degree(a), graph.degree(b)) for a, b in pairs]
lift = [k * CITIES / (a * b) if a * b else None for k, (a, b) in zip(both, sizes)]
tails = stats.hypergeom.sf([k - 1 for k in both], CITIES, [a for a, _ in sizes], [b for _, b in sizes])
adjusted = stats.false_discovery_control(tails.clip(0, 1))
print(f"{time.perf_counter() - start:.6f}s")
