package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"maps"
	"net/http"
	"net/http/httptest"
	"reflect"
	"slices"
	"sync"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"citygraph/internal/server"
	"citygraph/internal/store"
	"citygraph/internal/store/memstore"
	"citygraph/internal/store/neostore"
)

// bench asks both backends and the driver.
type bench struct {
	memory, neo4j *httptest.Server
	stores        []store.Store
	driver        neo4j.DriverWithContext
	gen           int64

	mu    sync.Mutex
	sent  []sent
	spent time.Duration // in round trips
}

// sent is a statement that a Reader sent.
type sent struct {
	cypher string
	params map[string]any
}

func newBench(ctx context.Context, at database, w world) (*bench, error) {
	b := &bench{}
	o := options(at)
	o.Trace = func(_ context.Context, cypher string, params map[string]any) {
		b.mu.Lock()
		defer b.mu.Unlock()
		b.sent = append(b.sent, sent{cypher, params})
	}
	o.Traced = func(_ context.Context, t neostore.Trip) {
		b.mu.Lock()
		defer b.mu.Unlock()
		b.spent += t.Took
	}
	neo, err := neostore.Open(ctx, o)
	if err != nil {
		return nil, err
	}
	b.stores = []store.Store{memstore.New(), neo}
	auth := neo4j.NoAuth()
	if at.username != "" {
		auth = neo4j.BasicAuth(at.username, at.password, "")
	}
	if b.driver, err = neo4j.NewDriverWithContext(at.uri, auth); err != nil {
		return nil, err
	}
	var served []*httptest.Server
	for _, s := range b.stores {
		if err := w.put(ctx, s); err != nil {
			return nil, err
		}
		srv := server.New(server.Options{Log: slog.New(slog.DiscardHandler), Load: func(ctx context.Context) (server.Graph, error) {
			return server.Open(ctx, s, slog.New(slog.DiscardHandler))
		}})
		if err := srv.Reload(ctx); err != nil {
			return nil, err
		}
		served = append(served, httptest.NewServer(srv))
	}
	b.memory, b.neo4j = served[0], served[1]
	for _, cypher := range []string{"CALL db.resampleOutdatedIndexes()", "CALL db.clearQueryCaches()"} { // plans depend on them
		if _, err := b.run(ctx, cypher, nil); err != nil {
			return nil, err
		}
	}
	rows, err := b.run(ctx, "MATCH (p:CityGraphPointer) RETURN p.gen", nil)
	if err != nil {
		return nil, err
	}
	b.gen, _ = rows[0].Values[0].(int64)
	return b, nil
}

func (b *bench) close(ctx context.Context) {
	b.memory.Close()
	b.neo4j.Close()
	_ = b.driver.Close(ctx) // nothing is under way
	for _, s := range b.stores {
		_ = s.Close(ctx)
	}
}

// run runs a statement as cheaply as the driver can: an auto-commit read.
func (b *bench) run(ctx context.Context, cypher string, params map[string]any) ([]*neo4j.Record, error) {
	session := b.driver.NewSession(ctx, neo4j.SessionConfig{AccessMode: neo4j.AccessModeRead, FetchSize: neo4j.FetchAll})
	defer func() { _ = session.Close(ctx) }()
	result, err := session.Run(ctx, cypher, params)
	if err != nil {
		return nil, err
	}
	return result.Collect(ctx)
}

func (b *bench) hits(ctx context.Context, cypher string, params map[string]any) (int64, error) {
	r, err := neo4j.ExecuteQuery(ctx, b.driver, "PROFILE "+cypher, params, neo4j.EagerResultTransformer)
	if err != nil {
		return 0, err
	}
	var sum func(neo4j.ProfiledPlan) int64
	sum = func(p neo4j.ProfiledPlan) int64 {
		hits := p.DbHits()
		for _, c := range p.Children() {
			hits += sum(c)
		}
		return hits
	}
	return sum(r.Summary.Profile()), nil
}

// onNeo4j is the second of the three ways.
const onNeo4j = 1

// ask measures one question. The three ways take turns, so that a noisy moment
// is all of theirs.
func (b *bench) ask(ctx context.Context, q question, times int) (result, error) {
	params := map[string]any{"gen": b.gen}
	maps.Copy(params, q.params)
	ways := []func() (any, error){
		func() (any, error) { return post(b.memory.URL, q.graphQL) },
		func() (any, error) { return post(b.neo4j.URL, q.graphQL) },
		func() (any, error) { return b.byHand(ctx, q.cypher, params) },
	}
	var r result
	var err error
	if r.trips, r.hits, err = b.cost(ctx, q); err != nil {
		return r, err
	}
	if r.handHits, err = b.hits(ctx, q.cypher, params); err != nil {
		return r, err
	}
	took := make([][]time.Duration, len(ways)+1)
	for i := range times + max(5, times/10) {
		answers := make([]any, len(ways))
		for w, way := range ways {
			began := time.Now()
			if answers[w], err = way(); err != nil {
				return r, err
			}
			if i >= max(5, times/10) {
				took[w] = append(took[w], time.Since(began))
			}
			if spent := b.take().spent; i >= max(5, times/10) && w == onNeo4j {
				took[len(ways)] = append(took[len(ways)], spent)
			}
		}
		if i == 0 && (!reflect.DeepEqual(answers[0], answers[1]) || !reflect.DeepEqual(answers[0], answers[2])) {
			return r, fmt.Errorf("the answers differ:\nmemory  %v\nNeo4j   %v\nby hand %v", answers[0], answers[1], answers[2])
		}
	}
	r.memory, r.neo4j, r.byHand, r.under = median(took[0]), median(took[onNeo4j]), median(took[2]), median(took[3])
	return r, nil
}

// cost asks once for the round trips and their hits. Look-ups side by side share
// one where they come in time: the fewest of some attempts count.
func (b *bench) cost(ctx context.Context, q question) (trips int, hits int64, err error) {
	var fewest []sent
	for i := range 10 {
		b.take()
		if _, err := post(b.neo4j.URL, q.graphQL); err != nil {
			return 0, 0, err
		}
		if all := b.take().sent; i == 0 || len(all) < len(fewest) {
			fewest = all
		}
	}
	for _, s := range fewest {
		n, err := b.hits(ctx, s.cypher, s.params)
		if err != nil {
			return 0, 0, err
		}
		hits += n
	}
	return len(fewest), hits, nil
}

// taken is what was sent since the last time, and how long it was under way.
type taken struct {
	sent  []sent
	spent time.Duration
}

func (b *bench) take() taken {
	b.mu.Lock()
	defer b.mu.Unlock()
	all := taken{b.sent, b.spent}
	b.sent, b.spent = nil, 0
	return all
}

// byHand runs the statement and reads its answer as JSON, as a client would get it.
func (b *bench) byHand(ctx context.Context, cypher string, params map[string]any) (any, error) {
	rows, err := b.run(ctx, cypher, params)
	if err != nil {
		return nil, err
	}
	text, err := json.Marshal(rows[0].Values[0])
	if err != nil {
		return nil, err
	}
	var data any
	return data, json.Unmarshal(text, &data)
}

// post asks a server and returns the answer's data.
func post(url, query string) (any, error) {
	body, err := json.Marshal(map[string]string{"query": query})
	if err != nil {
		return nil, err
	}
	resp, err := http.Post(url+"/graphql", "application/json", bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	if err != nil {
		return nil, err
	}
	var a struct {
		Data   any
		Errors json.RawMessage
	}
	if err := json.Unmarshal(text, &a); err != nil || len(a.Errors) > 0 {
		return nil, fmt.Errorf("%s: %w %s", resp.Status, err, a.Errors)
	}
	return a.Data, nil
}

func median(all []time.Duration) time.Duration {
	slices.Sort(all)
	return all[len(all)/2]
}
