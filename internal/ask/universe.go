package ask

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// MaxUniverse is the largest universe.
const MaxUniverse = 1_000_000

// Universe is the set of actors that an overlap is tested against. There is no
// default: exactly one of its fields is set.
type Universe struct {
	Recorded bool   // cities with at least one roster edge that counts
	Country  string // those of them in a country
	Union    bool   // the members of the groups, of three groups or more
	Size     int    // the members of the groups, and nameless actors up to this number
}

func (u Universe) check(groups int) error {
	set := 0
	for _, is := range []bool{u.Recorded, u.Country != "", u.Union, u.Size != 0} {
		if is {
			set++
		}
	}
	switch {
	case set != 1:
		return kg.Errorf(kg.CodeInvalid, "universe names %d sets of actors", set).
			WithMend("name one: recorded, country, union or size; the result depends on it, so there is no default")
	case u.Union && groups < 3:
		return kg.Errorf(kg.CodeInvalid, "universe: the union of two groups holds nobody outside them, so that lift can never exceed 1").
			WithMend("name three groups or more, or another universe")
	case u.Size < 0:
		return kg.Errorf(kg.CodeInvalid, "universe: the size is %d", u.Size).WithMend("write how many actors there are")
	case u.Size > MaxUniverse:
		return kg.Errorf(kg.CodeTooCostly, "universe: the size is %d", u.Size).WithMend("name %d actors at most", MaxUniverse)
	}
	return nil
}

// holds reports whether an actor of a group is in the universe.
func (u Universe) holds(n kg.Node) bool { return u.Country == "" || n.Attrs["country"] == u.Country }

// size counts the universe, given how many actors the groups have together, and
// says in words what it is.
func (q *asking) size(ctx context.Context, u Universe, union int) (int, string, error) {
	a := q.common.Assumptions
	switch {
	case u.Union:
		return union, fmt.Sprintf("the %d %s of all groups together", union, a.Places()) + a.narrowed(), nil
	case u.Size > 0 && u.Size < union:
		return 0, "", kg.Errorf(kg.CodeInvalid, "universe: the size is %d, and the groups have %d members together", u.Size, union).
			WithMend("name a size of %d at least, or another universe", union)
	case u.Size > 0:
		return u.Size, fmt.Sprintf("%d actors: the %d %s of all groups together, and %d without a name", u.Size, union, a.Places(), u.Size-union) + a.narrowed(), nil
	}
	kinds := []kg.EdgeKind{kg.MemberOf, kg.TookPartIn, kg.Signed}
	if a.RosterKind != "" {
		kinds = []kg.EdgeKind{a.RosterKind}
	}
	where := &store.Condition{
		Attrs:     []store.AttrIn{{Name: "placeType", Values: a.PlaceTypes}},
		Relations: []store.Relation{{Quantifier: store.Some, Kinds: kinds, Direction: store.Out, Roles: a.Roles}},
	}
	place := ""
	if u.Country != "" {
		where.Attrs = append(where.Attrs, store.AttrIn{Name: "country", Values: []string{u.Country}})
		place = " in " + u.Country
	}
	page, err := q.reader.List(ctx, store.NodeFilter{Kinds: []kg.NodeKind{kg.City}, Where: where, When: a.when()}, store.Page{Total: true})
	if err != nil {
		return 0, "", err
	}
	if page.Total == 0 && u.Country != "" {
		if err := q.inhabited(ctx, u.Country); err != nil {
			return 0, "", err
		}
	}
	if page.Total > MaxUniverse {
		return 0, "", kg.Errorf(kg.CodeTooCostly, "universe: %d actors are recorded", page.Total).WithMend("ask for one country at a time")
	}
	return page.Total, fmt.Sprintf("the %d recorded %s%s with at least one %s relationship, %s",
		page.Total, a.Places(), place, names(kinds), a.When()) + a.narrowed(), nil
}

// inhabited refuses a country of which no place is recorded.
func (q *asking) inhabited(ctx context.Context, country string) error {
	a := q.common.Assumptions
	where := &store.Condition{Attrs: []store.AttrIn{{Name: "placeType", Values: a.PlaceTypes}, {Name: "country", Values: []string{country}}}}
	page, err := q.reader.List(ctx, store.NodeFilter{Kinds: []kg.NodeKind{kg.City}, Where: where}, store.Page{Total: true})
	if err == nil && page.Total == 0 {
		return kg.Errorf(kg.CodeInvalid, "universe: of %s in %s none is recorded", a.Places(), country).
			WithMend("write a country by its code of ISO 3166-1, such as GB, or name other placeTypes")
	}
	return err
}

func (a Assumptions) when() store.When {
	return store.When{AsOf: a.AsOf, Certainty: a.Certainty, Stated: a.Stated}
}

// names lists kinds: "MEMBER_OF, SIGNED or TOOK_PART_IN".
func names(kinds []kg.EdgeKind) string {
	var all []string
	for _, k := range kinds {
		all = append(all, string(k))
	}
	slices.Sort(all)
	if last := len(all) - 1; last > 0 {
		return strings.Join(all[:last], ", ") + " or " + all[last]
	}
	return all[0]
}
