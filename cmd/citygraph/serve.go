package main

import (
	"context"
	"errors"
	"strings"
)

type serveCmd struct {
	Addr  string `help:"Address to listen on." default:"127.0.0.1:8080" env:"CITYGRAPH_ADDR" placeholder:"HOST:PORT"`
	Data  string `help:"Dataset folder to serve instead of the dataset in the program." env:"CITYGRAPH_DATA" placeholder:"DIR"`
	Store string `help:"Where the graph is kept while it is served: memory." default:"memory" env:"CITYGRAPH_STORE" placeholder:"STORE"`
	Watch bool   `help:"Load the dataset folder anew when a file in it changes." env:"CITYGRAPH_WATCH"`
}

// Validate is called by kong after parsing.
func (c serveCmd) Validate() error {
	switch scheme, _, _ := strings.Cut(c.Store, ":"); {
	case c.Store == "memory":
	case !strings.HasPrefix(scheme, "neo4j") && !strings.HasPrefix(scheme, "bolt"):
		return errors.New("--store must be memory")
	case c.Data != "":
		return errors.New("--data and a Neo4j --store exclude each other: Neo4j serves what was imported into it")
	default:
		return errors.New("this version has no Neo4j backend yet: leave --store out to serve from memory")
	}
	if c.Watch && c.Data == "" {
		return errors.New("--watch needs --data: the dataset in the program does not change")
	}
	return nil
}

// Run serves until ctx is done.
func (c serveCmd) Run(ctx context.Context, p *program) error { return nil }
