"""Reads the edges of a two-mode graph as JSON and measures it as bench/whole_test.go does, by
networkx; prints how long each measure took. Building the graph is not in the time."""

import json
import sys
import time

import networkx as nx
from networkx.algorithms import bipartite

pairs = json.load(sys.stdin)
graph = nx.Graph()
graph.add_edges_from((f"c{city}", f"g{group}") for city, group in pairs)
cities = {v for v in graph if v[0] == "c"}
for name, measure in {
    "betweenness": lambda: bipartite.betweenness_centrality(graph, cities),
    "closeness": lambda: bipartite.closeness_centrality(graph, cities),
    "pageRank": lambda: nx.pagerank(graph, tol=1e-12, max_iter=1000),
    "clustering": lambda: bipartite.robins_alexander_clustering(graph),
}.items():
    start = time.perf_counter()
    measure()
    print(f"{name} {time.perf_counter() - start:.6f}s")
