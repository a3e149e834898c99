package export

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"flag"
	"io"
	"iter"
	"os"
	"slices"
	"testing"

	"golang.org/x/tools/txtar"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

var update = flag.Bool("update", false, "write the golden files anew")

var page = []kg.Citation{{Source: "source:page", Locator: `L12, "Members; all"`, Basis: kg.Stated}, {Source: "source:page", Locator: "#2", Basis: kg.Implied}}

// small is a dataset with one of everything, in the order of Scan.
var small = []kg.Record{
	kg.Node{ID: "city:munich", Kind: kg.City, Name: "Munich", SortKey: "munich", Degree: 1, Basis: kg.Stated, Sources: page,
		Attrs: kg.Attrs{"country": "DE", "latitude": "48.13743", "description": "=1+1, as a spreadsheet would have it.\n\"Two\" lines."},
		Names: []kg.Name{{Text: "München", Lang: "de", Kind: "official", Basis: kg.Implied, Sources: page[1:]}}},
	kg.Node{ID: "network:ring", Kind: kg.Network, Name: "Ring", Basis: kg.Stated, Sources: page[:1],
		Figures: []kg.Figure{{Measure: "members", Qualifier: "over", Value: "36", Date: kg.MustDate("2024-08"), Basis: kg.Stated, Sources: page[:1]}},
		Rosters: []kg.Roster{
			{Scope: kg.ScopeAll, Status: "unknown", Count: -1, Basis: kg.Stated, Sources: page[:1]},
			{Date: kg.MustDate("2024-08"), Scope: "DE", Status: "partial", Count: 0, Basis: kg.Stated, Sources: page[:1]}},
		Claims: []kg.Claim{{Field: "funders", Value: "none", Basis: kg.Stated, Sources: page[:1]}}},
	kg.Node{ID: "source:page", Kind: kg.Source, Name: "Page", Attrs: kg.Attrs{"url": "https://example.org/?a=b&c=<d>"}},
	kg.Edge{ID: "member-of:munich--ring", Kind: kg.MemberOf, From: "city:munich", To: "network:ring", Stint: 1,
		Since: kg.MustDate("[2021..2023-09]"), Seen: []kg.Date{kg.MustDate("2024-08"), kg.MustDate("2025~")},
		Attrs: kg.Attrs{"office": "mayor", "wording": "gehört dazu"}, Basis: kg.Stated, Sources: page,
		Claims: []kg.Claim{{Field: "seen", Value: "2021", Basis: kg.Implied, Sources: page[1:]}}},
	kg.Edge{ID: "member-of:munich--ring--2", Kind: kg.MemberOf, From: "city:munich", To: "network:ring", Stint: 2,
		Until: kg.MustDate("2030"), ImpliedBy: []kg.ID{"member-of:munich--ring"}, Basis: kg.Implied, Sources: page[1:]},
	kg.Edge{ID: "supports:munich-again", Kind: kg.Supports, From: "city:munich", To: "network:ring", Stint: 1, Basis: kg.Stated, Sources: page[:1]},
	kg.Retired{ID: "city:munchen", Date: kg.MustDate("2027-01-15"), Reason: "The same city.", ReplacedBy: "city:munich"},
	kg.Correction{Record: "city:munich", Date: kg.MustDate("2027-01-15"), Was: "country AT", Is: "country DE", Why: "Misread."},
}

func TestGolden(t *testing.T) {
	for _, f := range Formats {
		t.Run(f.Name(), func(t *testing.T) {
			got := write(t, f, reader{small})
			if again := write(t, f, reader{small}); !bytes.Equal(got, again) {
				t.Error("not the same bytes twice")
			}
			if f.MediaType() == "application/zip" {
				got = unzipped(t, got)
			}
			file := "testdata/small." + f.Name()
			if *update {
				if err := os.WriteFile(file, got, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(got, want) {
				t.Errorf("not as in %s:\n%s", file, got)
			}
		})
	}
}

// An error of the reader or of the writer is the caller's to see.
func TestWriteFails(t *testing.T) {
	for _, f := range Formats {
		broken := reader{append(slices.Clone(small), nil)}
		if err := f.Write(t.Context(), broken, io.Discard); !errors.Is(err, errBroken) {
			t.Errorf("%s: reader: %v", f.Name(), err)
		}
		for _, n := range []int{0, 10} {
			if err := f.Write(t.Context(), reader{small}, &full{n}); !errors.Is(err, io.ErrShortWrite) {
				t.Errorf("%s: writer, after %d bytes: %v", f.Name(), n, err)
			}
		}
	}
}

func TestByName(t *testing.T) {
	for _, name := range Names() {
		if f, ok := ByName(name); !ok || f.Name() != name || f.Extension() == "" {
			t.Errorf("%s: %v, %v", name, f, ok)
		}
	}
	if f, ok := ByName("papyrus"); ok {
		t.Error(f)
	}
}

func write(t *testing.T, f Format, r store.Reader) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := f.Write(t.Context(), r, &b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// unzipped shows a zip file as text, its files in their order.
func unzipped(t *testing.T, zipped []byte) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(zipped), int64(len(zipped)))
	if err != nil {
		t.Fatal(err)
	}
	var a txtar.Archive
	for _, f := range z.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		a.Files = append(a.Files, txtar.File{Name: f.Name, Data: text})
	}
	return txtar.Format(&a)
}

// full is a writer with room for some bytes.
type full struct{ room int }

func (f *full) Write(p []byte) (int, error) {
	if len(p) > f.room {
		return 0, io.ErrShortWrite
	}
	f.room -= len(p)
	return len(p), nil
}

var errBroken = errors.New("broken")

// reader yields records; a nil one is an error.
type reader struct{ records []kg.Record }

func (r reader) Info(context.Context) (store.Info, error) {
	info := store.Info{
		Dataset: kg.Dataset{Name: "small", Title: "Small", Version: "1.0", License: "CC-BY-4.0", Citation: "Somebody (2027)", Hash: "abc"},
		Nodes:   map[kg.NodeKind]int{},
	}
	for _, x := range r.records {
		if n, ok := x.(kg.Node); ok {
			info.Nodes[n.Kind]++
		}
	}
	return info, nil
}

func (r reader) Scan(_ context.Context, s store.Scope) iter.Seq2[kg.Record, error] {
	all := s.Everything()
	return func(yield func(kg.Record, error) bool) {
		for _, x := range r.records {
			switch x := x.(type) {
			case nil:
				yield(nil, errBroken)
				return
			case kg.Node:
				if !all && !slices.Contains(s.Nodes, x.Kind) {
					continue
				}
			case kg.Edge:
				if !all && !slices.Contains(s.Edges, x.Kind) {
					continue
				}
			default:
				if !all && !s.Rest {
					continue
				}
			}
			if !yield(x, nil) {
				return
			}
		}
	}
}

func (reader) Records(context.Context, []kg.ID) (map[kg.ID]kg.Record, error) { panic("unused") }

func (reader) List(context.Context, store.NodeFilter, store.Page) (store.NodePage, error) {
	panic("unused")
}

func (reader) Edges(context.Context, []store.Anchor, store.EdgeFilter, store.Page) (map[store.Anchor]store.EdgePage, error) {
	panic("unused")
}
