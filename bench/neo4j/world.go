package main

import (
	"context"
	"fmt"
	"math/rand/v2"

	"citygraph/internal/dataset"
	"citygraph/internal/kg"
	"citygraph/internal/store"
	"citygraph/seed"
)

// seedWorld is the dataset in the program.
func seedWorld(ctx context.Context) (world, error) {
	d, findings, err := dataset.Load(ctx, seed.FS)
	if err != nil || len(findings) > 0 {
		return world{}, fmt.Errorf("the seed does not load: %w %s", err, dataset.Report(findings))
	}
	return world{
		title: d.Head.Title,
		put: func(ctx context.Context, s store.Store) error {
			_, err := dataset.Import(ctx, d, s)
			return err
		},
		batch: store.Batch{Nodes: d.Nodes, Edges: d.Edges},
		city:  "city:berlin", first: "network:international-alliance-of-safe-harbours", next: "network:solidarity-cities",
	}, nil
}

// madeWorld has n cities, a network for every hundred of them and one that all
// are in; each city is in five others, drawn the same in every run.
func madeWorld(n int) world {
	w := world{title: fmt.Sprintf("a made-up world of %d cities", n), city: "city:c17", first: "network:n0", next: "network:n1"}
	draw := rand.New(rand.NewPCG(1, 2))
	networks := max(10, n/100)
	add := func(id kg.ID, kind kg.NodeKind, name string, attrs kg.Attrs) {
		w.batch.Nodes = append(w.batch.Nodes, kg.Node{ID: id, Kind: kind, Name: name, Attrs: attrs, Basis: kg.Stated})
	}
	add("network:all", kg.Network, "All cities", nil)
	for i := range networks {
		add(kg.ID(fmt.Sprintf("network:n%d", i)), kg.Network, fmt.Sprintf("Network %d", draw.IntN(1_000_000)), nil)
	}
	for i := range n {
		city := kg.ID(fmt.Sprintf("city:c%d", i))
		add(city, kg.City, fmt.Sprintf("City %d", draw.IntN(1_000_000)), kg.Attrs{"country": []string{"DE", "IT", "PL", "GR"}[draw.IntN(4)]})
		in := map[kg.ID]bool{"network:all": true}
		for len(in) < 6 {
			in[kg.ID(fmt.Sprintf("network:n%d", draw.IntN(networks)))] = true
		}
		for network := range in {
			w.batch.Edges = append(w.batch.Edges, kg.Edge{
				ID: kg.EdgeID(kg.MemberOf, city, network, 1), Kind: kg.MemberOf, From: city, To: network, Stint: 1, Basis: kg.Stated,
			})
		}
	}
	w.put = func(ctx context.Context, s store.Store) error {
		imp, err := s.Begin(ctx, kg.Dataset{Name: "made", Title: w.title, Version: "1", Hash: w.title})
		if err != nil {
			return err
		}
		if err := imp.Put(ctx, w.batch); err != nil {
			return err
		}
		_, err = imp.Commit(ctx)
		return err
	}
	return w
}
