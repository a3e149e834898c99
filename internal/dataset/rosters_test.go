package dataset_test

import (
	"encoding/csv"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"citygraph/internal/dataset"
	"citygraph/internal/kg"
	"citygraph/seed"
)

// notCertain lists who stands on a complete list without being certain on its
// day, and why: the list is dated to a year only, or another source disputes it.
const notCertain = "testdata/rosters/not-certain.csv"

// complete lists the complete lists, taken from the research tables (not
// from the dataset): how many names, which, and where that stands.
const complete = "testdata/rosters/complete.csv"

// A complete list and the records say the same: on the last day of its date
// nobody who is certain is missing from it, and everybody on it is certain, or
// stands in the table with the reason.
func TestCompleteRosters(t *testing.T) {
	s := readSeed(t)
	excused := readNotCertain(t)
	for _, id := range slices.Sorted(maps.Keys(s.nodes)) {
		for _, r := range s.nodes[id].Rosters {
			day := r.Date.Latest()
			if r.Status != "complete" || day == kg.End {
				continue // an undated list says nothing of a day
			}
			for _, e := range s.scoped(id, r.Scope) {
				listed, certain := onList(e, r), e.HoldsOn(day) == kg.Certain
				key := strings.Join([]string{string(id), r.Date.String(), r.Scope, string(e.From)}, ",")
				switch _, ok := excused[key]; {
				case certain && !listed:
					t.Errorf("%s is certain on %s, and missing from the list of %s (%s, %s)", e.ID, day, id, r.Date, r.Scope)
				case listed && !certain && !ok:
					t.Errorf("%s: on the list, but %s on %s; not in %s", key, e.HoldsOn(day), day, notCertain)
				case listed && !certain:
					delete(excused, key)
				}
			}
		}
	}
	for key := range excused {
		t.Errorf("%s: in %s, but certain or not on the list", key, notCertain)
	}
}

// The lists that are held to be complete are those of the table, name by name: one
// that lost its status or its date, or had a name swapped, would escape the others.
func TestCompleteRostersAreThoseOfTheTables(t *testing.T) {
	var want, have []string
	for _, r := range readTable(t, complete, "[group date scope count why names]") {
		want = append(want, fmt.Sprintf("%s,%s: %s", strings.Join(r[:3], ","), r[3], r[5]))
	}
	s := readSeed(t)
	for id, n := range s.nodes {
		for _, r := range n.Rosters {
			if r.Status == "complete" {
				have = append(have, fmt.Sprintf("%s,%s,%s,%d: %s", id, r.Date, r.Scope, r.Count, strings.Join(s.names(id, r), " ")))
			}
		}
	}
	slices.Sort(want)
	slices.Sort(have)
	if diff := gocmp.Diff(want, have); diff != "" {
		t.Errorf("(-tables +dataset):\n%s", diff)
	}
}

// A list is as long as it says, undated ones included.
func TestCompleteRostersAreAsLongAsTheySay(t *testing.T) {
	s := readSeed(t)
	for id, n := range s.nodes {
		for _, r := range n.Rosters {
			if r.Status != "complete" {
				continue
			}
			listed := s.names(id, r)
			if len(listed) != r.Count {
				t.Errorf("%s, %q, %s: %d names of %d", id, r.Date, r.Scope, len(listed), r.Count)
			}
		}
	}
}

// names returns who stands on a list, without the kinds of their ids, in order.
func (s seedData) names(group kg.ID, r kg.Roster) []string {
	var names []string
	for _, e := range s.scoped(group, r.Scope) {
		if onList(e, r) {
			_, slug, _ := strings.Cut(string(e.From), ":")
			names = append(names, slug)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// seedData is the committed dataset, by id and by target.
type seedData struct {
	nodes map[kg.ID]kg.Node
	into  map[kg.ID][]kg.Edge
	from  map[kg.ID][]kg.Edge
	edges map[kg.ID]kg.Edge
}

func readSeed(t *testing.T) seedData {
	t.Helper()
	d, found, err := dataset.Load(t.Context(), seed.FS)
	if err != nil || len(found) > 0 {
		t.Fatalf("%v\n%s", err, dataset.Report(found))
	}
	s := seedData{map[kg.ID]kg.Node{}, map[kg.ID][]kg.Edge{}, map[kg.ID][]kg.Edge{}, map[kg.ID]kg.Edge{}}
	for _, n := range d.Nodes {
		s.nodes[n.ID] = n
	}
	for _, e := range d.Edges {
		s.into[e.To], s.from[e.From], s.edges[e.ID] = append(s.into[e.To], e), append(s.from[e.From], e), e
	}
	return s
}

// scoped returns the edges that a list of the group with this scope can have.
func (s seedData) scoped(group kg.ID, scope string) []kg.Edge {
	return slices.DeleteFunc(slices.Clone(s.into[group]), func(e kg.Edge) bool {
		switch {
		case scope == kg.ScopeFounders:
			return e.Kind != kg.Founded
		case !e.OnRoster(s.nodes[group].Kind):
			return true
		case scope == kg.ScopeAll:
			return false
		case strings.Contains(scope, ":"):
			return !s.partOf(e.From, kg.ID(scope))
		}
		return s.nodes[e.From].Attrs["country"] != scope
	})
}

func (s seedData) partOf(place, region kg.ID) bool {
	return slices.ContainsFunc(s.from[place], func(e kg.Edge) bool {
		return e.Kind == kg.PartOf && (e.To == region || s.partOf(e.To, region))
	})
}

// onList: the edge, or a claim on its sightings, has the date of the list; of an
// undated list, it cites one of the list's sources.
func onList(e kg.Edge, r kg.Roster) bool {
	if !r.Date.Known() {
		return slices.ContainsFunc(e.Sources, func(c kg.Citation) bool {
			return slices.ContainsFunc(r.Sources, func(o kg.Citation) bool { return o.Source == c.Source })
		})
	}
	dates := []string{}
	for _, d := range e.Seen {
		dates = append(dates, d.String())
	}
	if e.Since.Precision() == kg.PrecisionDay || r.Scope == kg.ScopeFounders {
		dates = append(dates, e.Since.String())
	}
	for _, c := range e.Claims {
		if c.Field == "seen" {
			dates = append(dates, strings.Split(c.Value, "; ")...)
		}
	}
	return slices.Contains(dates, r.Date.String())
}

// readNotCertain returns the reasons by "group,date,scope,actor".
func readNotCertain(t *testing.T) map[string]string {
	t.Helper()
	reasons := map[string]string{}
	for _, r := range readTable(t, notCertain, "[group date scope actor reason]") {
		key := strings.Join(r[:4], ",")
		if reasons[key] != "" || r[4] == "" {
			t.Errorf("%s: twice, or without a reason", key)
		}
		reasons[key] = r[4]
	}
	return reasons
}

// readTable returns the rows of a CSV file below its header.
func readTable(t *testing.T, path, header string) [][]string {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil || len(rows) == 0 || fmt.Sprint(rows[0]) != header {
		t.Fatalf("%s: %v %v", path, err, rows[:min(1, len(rows))])
	}
	return rows[1:]
}
