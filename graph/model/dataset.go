package model

import (
	"context"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// Dataset is the GraphQL type Dataset.
type Dataset struct {
	Name, Title, Version, Revision, Licence, Citation string

	NodeCounts                    []NodeCount
	EdgeCounts                    []EdgeCount
	RetiredCount, CorrectionCount int
}

// NodeCount is the GraphQL type NodeCount.
type NodeCount struct {
	Kind  kg.NodeKind
	Count int
}

// EdgeCount is the GraphQL type EdgeCount.
type EdgeCount struct {
	Kind  kg.EdgeKind
	Count int
}

// ReadDataset describes the dataset that the request reads.
func ReadDataset(ctx context.Context) (*Dataset, error) {
	info, err := request(ctx).Reader.Info(ctx)
	if err != nil {
		return nil, err
	}
	return newDataset(info), nil
}

func newDataset(i store.Info) *Dataset {
	d := &Dataset{
		Name: i.Dataset.Name, Title: i.Dataset.Title, Version: i.Dataset.Version, Revision: i.Revision(),
		Licence: i.Dataset.License, Citation: i.Dataset.Citation,
		RetiredCount: i.Retired, CorrectionCount: i.Corrections,
	}
	for _, s := range kg.NodeKinds {
		d.NodeCounts = append(d.NodeCounts, NodeCount{s.Kind, i.Nodes[s.Kind]})
	}
	for _, s := range kg.EdgeKinds {
		d.EdgeCounts = append(d.EdgeCounts, EdgeCount{s.Kind, i.Edges[s.Kind]})
	}
	return d
}
