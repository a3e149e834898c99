package main

import (
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"citygraph/internal/kg"
)

// storeSchemes are the addresses of Neo4j: neo4j finds the members of a cluster
// by itself, bolt asks one server; +s is TLS with a certificate that a known
// authority signed, +ssc TLS with any.
var storeSchemes = []string{"neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc"}

// isNeo4j says whether --store names a Neo4j database.
func isNeo4j(uri string) bool {
	scheme, _, ok := strings.Cut(uri, "://")
	return ok && slices.Contains(storeSchemes, strings.ToLower(scheme))
}

// checkStore says what is wrong with the address of a Neo4j database.
func checkStore(uri string) error {
	u, err := url.Parse(uri)
	switch {
	case uri == "":
		return errors.New("--store is missing: name a Neo4j database, for example neo4j://localhost:7687")
	case !isNeo4j(uri):
		return fmt.Errorf("there is no store %q: there is memory, for serve and export, and HOST[:PORT] of a Neo4j database behind %s://", uri, strings.Join(storeSchemes, "://, "))
	case err != nil || u.Hostname() == "":
		return errors.New("--store names no host: it is, for example, neo4j://localhost:7687")
	case u.User != nil:
		return errors.New("--store must not carry a password, which others would see in the list of processes: give it by NEO4J_USERNAME and NEO4J_PASSWORD")
	case u.Path != "" && u.Path != "/":
		return errors.New("--store ends with the port: name a database other than the user's own with --database")
	}
	return nil
}

// sentence is err for people: without the words of the driver underneath, except
// where nobody has put it into a sentence yet.
func sentence(err error) error {
	var known *kg.Error
	if errors.As(err, &known) && known.Code != kg.CodeInternal {
		return errors.New(known.Public())
	}
	return err
}
