"""Reads links and pairs of ends as JSON, finds the three shortest chains of each pair by networkx as
bench/chains_test.go does, and prints the mean processor time of one. Reading and building the graph
are not in the time."""

import itertools
import json
import sys
import time

import networkx as nx

question = json.load(sys.stdin)
graph = nx.Graph()
graph.add_edges_from(question["links"])

start = time.process_time()
for a, b in question["pairs"]:
    lengths = [len(path) - 1 for path in itertools.islice(nx.shortest_simple_paths(graph, a, b), 3)]
    assert len(lengths) == 3
print(f"{(time.process_time() - start) / len(question['pairs']):.6f}s")
