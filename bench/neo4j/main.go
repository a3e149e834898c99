// Command neo4j measures five questions three ways, in one run: through GraphQL
// over HTTP from memory, the same from Neo4j, and the best single Cypher
// statement that we can write by hand for the same answer, over the driver. It
// prints a table of round trips, hits of the database as PROFILE counts them,
// and the median time; and it fails where the three answers differ.
//
//	go run ./scripts/neo4j go run ./bench/neo4j
//	go run ./scripts/neo4j go run ./bench/neo4j -cities 20000
//
// The database is named by CITYGRAPH_STORE, NEO4J_USERNAME and NEO4J_PASSWORD, as
// scripts/neo4j does. It is imported into: give it one that may be.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"time"

	"citygraph/internal/store"
	"citygraph/internal/store/neostore"
)

func main() {
	cities := flag.Int("cities", 0, "measure on a made-up world of so many cities; 0: on the dataset in the program")
	times := flag.Int("n", 200, "how often each question is asked, after a tenth as often to warm up")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	at := database{uri: os.Getenv("CITYGRAPH_STORE"), username: os.Getenv("NEO4J_USERNAME"), password: os.Getenv("NEO4J_PASSWORD")}
	if err := measure(ctx, at, *cities, *times); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		stop()
		os.Exit(1)
	}
}

// database is where Neo4j is.
type database struct{ uri, username, password string }

// measure imports, asks and prints.
func measure(ctx context.Context, at database, cities, times int) error {
	w, err := seedWorld(ctx)
	if cities > 0 {
		w, err = madeWorld(cities), nil
	}
	if err != nil {
		return err
	}
	b, err := newBench(ctx, at, w)
	if err != nil {
		return err
	}
	defer b.close(ctx)
	fmt.Printf("%s: %d nodes, %d edges; median of %d, warm; %s\n\n", w.title, len(w.batch.Nodes), len(w.batch.Edges), times, time.Now().UTC().Format(time.DateOnly))
	fmt.Println(head)
	for _, q := range questions(w) {
		r, err := b.ask(ctx, q, times)
		if err != nil {
			return fmt.Errorf("%s: %w", q.about, err)
		}
		fmt.Println(r.row(q.about))
	}
	return nil
}

// world is what is measured on.
type world struct {
	title       string
	put         func(context.Context, store.Store) error
	batch       store.Batch
	city        string // ids that the questions name
	first, next string // networks
}

func options(at database) neostore.Options {
	return neostore.Options{URI: at.uri, Username: at.username, Password: at.password, Drain: time.Millisecond}
}
