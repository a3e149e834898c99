package bench

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"citygraph/internal/export"
	"citygraph/internal/kg"
	"citygraph/internal/store"
	"citygraph/internal/store/memstore"
	"citygraph/internal/store/storetest"
)

// crowd draws so many cities and networks, and about so many memberships: few
// networks are large, most are small, and cities of one number join alike.
func crowd(cities, networks, memberships int) store.Batch {
	rng := rand.New(rand.NewPCG(1, 2))
	said := []kg.Citation{{Source: "source:lists", Locator: "L1", Basis: kg.Stated}}
	b := store.Batch{Nodes: []kg.Node{{ID: "source:lists", Kind: kg.Source, Name: "Lists"}}}
	countries := []string{"DE", "IT", "FR", "ES", "GR"}
	for i := range cities {
		b.Nodes = append(b.Nodes, kg.Node{ID: cityID(i), Kind: kg.City, Name: fmt.Sprintf("City %05d", i), Basis: kg.Stated, Sources: said,
			Attrs: kg.Attrs{"placeType": "municipality", "country": countries[i%len(countries)]}})
	}
	weights, total := make([]float64, networks), 0.0
	for j := range networks {
		b.Nodes = append(b.Nodes, kg.Node{ID: networkID(j), Kind: kg.Network, Name: fmt.Sprintf("Network %03d", j), Basis: kg.Stated, Sources: said})
		weights[j] = 1 / float64(j+20)
		total += weights[j]
	}
	for i := range cities {
		for j := range networks {
			like := 0.5
			if i%7 == j%7 {
				like = 4
			}
			if rng.Float64() > float64(memberships)/float64(cities)*weights[j]/total*like {
				continue
			}
			b.Edges = append(b.Edges, kg.Edge{ID: kg.EdgeID(kg.MemberOf, cityID(i), networkID(j), 1), Kind: kg.MemberOf,
				From: cityID(i), To: networkID(j), Stint: 1, Since: kg.MustDate(fmt.Sprint(1990 + rng.IntN(30))),
				Seen: []kg.Date{kg.MustDate("2024-08-31")}, Basis: kg.Stated, Sources: said})
		}
	}
	return b
}

func cityID(i int) kg.ID    { return kg.ID(fmt.Sprintf("city:city-%05d", i)) }
func networkID(j int) kg.ID { return kg.ID(fmt.Sprintf("network:network-%03d", j)) }

func networkIDs(n int) (ids []kg.ID) {
	for j := range n {
		ids = append(ids, networkID(j))
	}
	return ids
}

// stored returns a reader of the batch, in memory.
func stored(b *testing.B, batch store.Batch) store.Reader {
	b.Helper()
	s := memstore.New()
	storetest.Import(b, s, storetest.World{Dataset: kg.Dataset{Name: "crowd", Title: "A crowd", Version: "1.0.0", License: "CC0-1.0", Citation: "drawn", Hash: "c0de"}, Batch: batch})
	return storetest.Open(b, s)
}

var revision = regexp.MustCompile(`,"revision":"[0-9a-f]+"`)

// written writes what r reads to a file that the program can serve.
func written(b *testing.B, r store.Reader) string {
	b.Helper()
	path := filepath.Join(b.TempDir(), "crowd.jsonl")
	var out bytes.Buffer
	format, _ := export.ByName("jsonl")
	if err := format.Write(b.Context(), r, &out); err != nil {
		b.Fatal(err)
	}
	text := revision.ReplaceAll(out.Bytes(), nil) // the hash of a drawn world is not that of its records
	if err := os.WriteFile(path, text, 0o600); err != nil {
		b.Fatal(err)
	}
	return path
}
