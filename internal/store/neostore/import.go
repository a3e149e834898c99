package neostore

import (
	"context"
	"errors"
	"maps"
	"slices"
	"time"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// importing is a dataset on its way in.
type importing struct {
	store     *Store
	dataset   kg.Dataset
	unchanged bool // the hash is there already: what is put is checked, not written
	lock      *lock
	gen       int64

	ledger  store.Ledger
	applied store.Applied
	nodes   map[kg.NodeKind]int
	edges   map[kg.EdgeKind]int
	strays  bool // some ids have the prefix of another kind of edge, or nodes that of one

	pending chunk
	details []detail // written by Commit, when all sources are there
	written int      // chunks
	failed  error    // why nothing more can be written
	over    bool
}

// Begin starts an import: it takes the lock, clears what a killed import left
// behind and retires the generation before the current one. An unchanged
// dataset takes no lock and writes nothing; see store.Store.
func (s *Store) Begin(ctx context.Context, d kg.Dataset) (store.Import, error) {
	if err := s.ready(ctx); err != nil {
		return nil, err
	}
	if d.Hash == "" {
		return nil, kg.Errorf(kg.CodeInvalid, "the dataset has no hash").WithMend("compute its content hash first")
	}
	if !s.importing.CompareAndSwap(false, true) {
		return nil, errRunning
	}
	i := &importing{store: s, dataset: d, nodes: map[kg.NodeKind]int{}, edges: map[kg.EdgeKind]int{}}
	if err := i.begin(ctx); err != nil {
		i.end(ctx)
		return nil, err
	}
	return i, nil
}

var errRunning = kg.Errorf(kg.CodeConflict, "another import is running").WithMend("wait until it ends")

func (i *importing) begin(ctx context.Context) error {
	s := i.store
	now, err := s.lookUp(ctx)
	if err != nil && !errors.Is(err, errFormat) { // another format is what an import mends
		return err
	}
	if now != nil && now.info.Dataset.Hash == i.dataset.Hash {
		i.unchanged = true
		return nil
	}
	if err := s.refuseForeign(ctx); err != nil {
		return err
	}
	if err := s.prepare(ctx); err != nil {
		return err
	}
	if i.lock, err = s.takeLock(ctx); err != nil {
		return err
	}
	if err := s.clear(ctx); err != nil {
		return err
	}
	i.gen, err = s.build(ctx)
	return err
}

// Put adds records; see store.Import.
func (i *importing) Put(ctx context.Context, b store.Batch) error {
	if err := i.ready(ctx); err != nil {
		return err
	}
	if err := i.ledger.Admit(b); err != nil {
		return err
	}
	i.applied.Nodes += len(b.Nodes)
	i.applied.Edges += len(b.Edges)
	i.applied.Retired += len(b.Retired)
	i.applied.Corrections += len(b.Corrections)
	if i.unchanged {
		return nil
	}
	for _, n := range b.Nodes {
		i.nodes[n.Kind]++
		_, edge := kg.EdgeKindOf(n.ID)
		i.strays = i.strays || edge
		i.details = append(i.details, detailsOf(i.gen, n)...)
		i.pending.addNode(i.gen, n)
	}
	for _, e := range b.Edges {
		i.edges[e.Kind]++
		k, _ := kg.EdgeKindOf(e.ID)
		i.strays = i.strays || k != e.Kind
		i.details = append(i.details, claimsOf(i.gen, e)...)
		i.pending.addEdge(i.gen, e)
	}
	for _, r := range b.Retired {
		i.pending.add("Retired", retiredRow(i.gen, r))
	}
	for _, c := range b.Corrections {
		i.pending.add("Correction", correctionRow(i.gen, c))
	}
	if i.pending.size < chunkSize {
		return nil
	}
	return i.flush(ctx)
}

// flush writes what is pending. After a failure the import can only be aborted,
// so that nothing is kept of a batch whose Put failed.
func (i *importing) flush(ctx context.Context) error {
	for _, part := range i.pending.split() {
		i.written++
		if i.failed = i.store.write(ctx, i.gen, i.written, part); i.failed != nil {
			return i.failed
		}
	}
	i.pending = chunk{}
	return nil
}

// Commit writes the rest and moves the pointer; see store.Import.
func (i *importing) Commit(ctx context.Context) (store.Applied, error) {
	if err := i.ready(ctx); err != nil {
		return store.Applied{}, err
	}
	if i.unchanged {
		return i.confirm(ctx)
	}
	if err := i.flush(ctx); err != nil {
		return store.Applied{}, err
	}
	i.addDegrees()
	i.addDetails()
	if err := i.flush(ctx); err != nil {
		return store.Applied{}, err
	}
	if err := i.lock.move(ctx, i.gen, i.marker()); err != nil {
		i.failed = err
		return store.Applied{}, err
	}
	i.store.setPointer(pointer{})
	i.store.sweep(ctx)
	i.end(ctx)
	return i.applied, nil
}

// confirm looks once more whether the dataset is there: another process may
// have imported another one meanwhile.
func (i *importing) confirm(ctx context.Context) (store.Applied, error) {
	now, err := i.store.lookUp(ctx)
	if err != nil {
		return store.Applied{}, err
	}
	if now == nil || now.info.Dataset.Hash != i.dataset.Hash {
		return store.Applied{}, kg.Errorf(kg.CodeConflict, "another import replaced the dataset meanwhile").WithMend("import again")
	}
	i.end(ctx)
	return store.Applied{Unchanged: true}, nil
}

func (i *importing) addDegrees() {
	for id, degree := range i.ledger.Degrees() {
		i.pending.addDegree(map[string]any{"id": string(id), "properties": degreePlaces(id, degree)})
	}
}

func (i *importing) addDetails() {
	for _, d := range i.details {
		i.pending.addDetail(d)
	}
	i.details = nil
}

// marker returns the properties that describe the generation.
func (i *importing) marker() map[string]any {
	d := i.dataset
	m := map[string]any{
		"format": int64(format), "hash": d.Hash, "name": valid(d.Name), "title": valid(d.Title), "version": valid(d.Version),
		"license": valid(d.License), "citation": valid(d.Citation), "strays": i.strays,
		"retired": int64(i.applied.Retired), "corrections": int64(i.applied.Corrections),
	}
	m["nodeKinds"], m["nodeCounts"] = counted(i.nodes)
	m["edgeKinds"], m["edgeCounts"] = counted(i.edges)
	return m
}

func counted[K ~string](of map[K]int) (kinds []string, many []int64) {
	kinds, many = []string{}, []int64{}
	for _, k := range slices.Sorted(maps.Keys(of)) {
		kinds, many = append(kinds, string(k)), append(many, int64(of[k]))
	}
	return kinds, many
}

// Abort drops the import, even where ctx is cancelled; see store.Import.
func (i *importing) Abort(ctx context.Context) error {
	if i.over {
		return nil
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), i.store.options.WriteTimeout)
	defer cancel()
	if i.lock != nil && i.gen != 0 {
		i.store.sweepBuilt(ctx, i.gen)
	}
	i.end(ctx)
	return nil
}

func (i *importing) ready(ctx context.Context) error {
	if i.over {
		return kg.Errorf(kg.CodeConflict, "the import is over").WithMend("begin another one")
	}
	if err := i.store.ready(ctx); err != nil {
		return err
	}
	return i.failed
}

func (i *importing) end(ctx context.Context) {
	if i.lock != nil {
		ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
		defer cancel()
		i.store.dropLock(ctx)
	}
	i.over, i.lock, i.details, i.pending = true, nil, nil, chunk{}
	i.store.importing.Store(false)
}
