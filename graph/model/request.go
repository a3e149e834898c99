package model

import (
	"context"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/vektah/gqlparser/v2/ast"

	"citygraph/internal/ask"
	"citygraph/internal/kg"
	"citygraph/internal/loader"
	"citygraph/internal/names"
	"citygraph/internal/store"
)

// Request is the state of one request: what it reads from, and what it has to
// tell beside its data. It is safe for concurrent use.
type Request struct {
	Reader store.Reader
	Names  *names.Index
	About  *About
	whole  func(context.Context) (*ask.Whole, error) // for questions about the whole graph
	loader *loader.Loader

	mu        sync.Mutex
	args      map[*ast.Field]func() (*args, error)
	redirects map[kg.ID]Redirect
	warnings  map[string]Warning
}

// NewRequest returns the state of a request that reads from r; the rest was built
// for its revision, whole only for questions about the whole graph.
func NewRequest(r store.Reader, n *names.Index, a *About, whole func(context.Context) (*ask.Whole, error)) *Request {
	return &Request{
		Reader:    r,
		Names:     n,
		About:     a,
		whole:     whole,
		loader:    loader.New(r),
		args:      map[*ast.Field]func() (*args, error){},
		redirects: map[kg.ID]Redirect{},
		warnings:  map[string]Warning{},
	}
}

type requestKey struct{}

// With returns a context that carries the request.
func (r *Request) With(ctx context.Context) context.Context {
	return context.WithValue(ctx, requestKey{}, r)
}

// request returns what With put into the context.
func request(ctx context.Context) *Request { return ctx.Value(requestKey{}).(*Request) }

// Redirect tells that an id is no longer in use.
type Redirect struct {
	From   kg.ID  `json:"from"`
	To     kg.ID  `json:"to,omitempty"` // absent where nothing replaces it
	Date   string `json:"date,omitempty"`
	Reason string `json:"reason,omitempty"`
}

// Warning tells that a condition concludes from what is not recorded.
type Warning struct {
	Path     []string `json:"path"`     // of the field, without the places in lists
	Argument string   `json:"argument"` // where.memberOf.none
	Message  string   `json:"message"`
}

// redirect notes that from was retired or, at a further hop, where it leads now.
func (r *Request) redirect(from kg.ID, by kg.Retired) {
	r.mu.Lock()
	defer r.mu.Unlock()
	d, further := r.redirects[from]
	if !further {
		d = Redirect{From: from, Date: by.Date.String(), Reason: by.Reason}
	}
	d.To = by.ReplacedBy
	r.redirects[from] = d
}

func (r *Request) warn(w Warning) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.warnings[strings.Join(append(slices.Clone(w.Path), w.Argument), "\x00")] = w
}

// Redirects lists the ids that were followed, by id.
func (r *Request) Redirects() []Redirect {
	r.mu.Lock()
	defer r.mu.Unlock()
	return inOrder(r.redirects)
}

// Warnings lists the warnings, by path and argument.
func (r *Request) Warnings() []Warning {
	r.mu.Lock()
	defer r.mu.Unlock()
	return inOrder(r.warnings)
}

func inOrder[K kg.ID | string, V any](m map[K]V) []V {
	var all []V
	for _, k := range slices.Sorted(maps.Keys(m)) {
		all = append(all, m[k])
	}
	return all
}
