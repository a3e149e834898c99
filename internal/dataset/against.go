package dataset

import (
	"fmt"
	"slices"
	"strings"

	"citygraph/internal/datapackage"
	"citygraph/internal/kg"
)

// Comparison is a dataset beside an older edition of it.
type Comparison struct {
	Old, New kg.Dataset
	Changes  []Change  // by table, then id
	Findings []Finding // grouped and sorted, as those of Load
}

// Against compares a dataset with an older edition and holds it to what readers of
// that one may rely on: an id that they cite is there or in retired.csv, is never
// another record's, and a stated fact that no longer stands is in corrections.csv.
//
// Added knowledge is no correction: an empty cell that is filled, a source, a
// sighting or a name more, a date that is narrower than it was, a list of which
// more is recorded, a value that became one of several claims. Nor is a new
// wording of a description, since that is the editors' own, or a mended locator.
// What was only implied may change without a word.
func Against(old, now *Dataset) Comparison {
	a := &against{old: old, now: now, fresh: map[kg.ID][]kg.Correction{}, alive: map[kg.ID]kg.Record{}, gone: map[kg.ID]bool{}}
	for _, c := range now.Corrections {
		if !slices.Contains(old.Corrections, c) {
			a.fresh[c.Record] = append(a.fresh[c.Record], c)
		}
	}
	for _, n := range now.Nodes {
		a.alive[n.ID] = n
	}
	for _, e := range now.Edges {
		a.alive[e.ID] = e
	}
	for _, r := range now.Retired {
		a.gone[r.ID] = true
	}
	changes := compare(old, now)
	a.lintVersions()
	a.lintRetired()
	for _, c := range changes {
		a.lintChange(c)
	}
	return Comparison{old.Head, now.Head, changes, a.out.sorted()}
}

type against struct {
	old, now *Dataset
	fresh    map[kg.ID][]kg.Correction // those that the older edition does not have
	alive    map[kg.ID]kg.Record       // nodes and edges
	gone     map[kg.ID]bool            // retired ids
	out      findings
}

// lintVersions: another content has another version, and a later one.
func (a *against) lintVersions() {
	old, now := a.old.Head, a.now.Head
	at := Place{File: datapackage.File, Column: "version"}
	switch order := datapackage.CompareVersions(now.Version, old.Version); {
	case now.Hash == old.Hash || now.Name != old.Name:
	case order == 0:
		a.out.add(Finding{Group: BadVersion, Place: at, Message: fmt.Sprintf("version %s already says something else (revision %.12s there, %.12s here)", now.Version, old.Hash, now.Hash),
			Mend: "raise the version, and tell under its heading in CHANGELOG.md what changed"})
	case order < 0:
		a.out.add(Finding{Group: BadVersion, Place: at, Message: fmt.Sprintf("version %s is older than %s, with which it is compared", now.Version, old.Version),
			Mend: "raise the version, or compare the other way round"})
	}
}

// lintRetired: what was retired stays so.
func (a *against) lintRetired() {
	for _, r := range a.old.Retired {
		switch _, lives := a.alive[r.ID]; {
		case lives:
			at, _ := a.now.Place(r.ID)
			a.out.add(Finding{Group: Reused, Place: at.in("id"), Record: r.ID, Message: fmt.Sprintf("%s was retired in the older edition (%s) and is in use", quoted(string(r.ID)), r.Reason),
				Mend: "give the record another id, and leave the old one in retired.csv"})
		case !a.gone[r.ID]:
			a.out.add(Finding{Group: LedgerGap, Place: Place{File: "retired.csv"}, Record: r.ID, Message: fmt.Sprintf("%s is no longer among the retired ids", quoted(string(r.ID))),
				Mend: "put its row back: whoever cited the id still looks it up"})
		}
	}
}

func (a *against) lintChange(c Change) {
	if c.Form == Added || c.table < 0 {
		return
	}
	t := &datapackage.Tables[c.table]
	_, lives := a.alive[c.Record]
	switch {
	case t.Name == "retired": // see lintRetired
	case t.Name == "corrections":
		if c.Form == Withdrawn {
			a.out.add(Finding{Group: LedgerGap, Place: Place{File: t.Path}, Record: c.Record, Message: fmt.Sprintf("the correction of %s from %s is gone", c.Record, quoted(cellOf(t, c.was, "was"))),
				Mend: "put its row back: corrections are added, never taken out"})
		}
	case !lives:
		if _, part := sameRow[t.Name]; !part && !a.gone[c.Record] {
			at, _ := a.old.Place(c.Record)
			a.out.add(Finding{Group: NotRetired, Place: Place{File: "retired.csv"}, Record: c.Record, Message: fmt.Sprintf("%s is gone (it stood in %s of the older edition)", quoted(string(c.Record)), where(at)),
				Mend: "add the id here, with date, reason and what replaces it, or put the record back"})
		}
	case cellOf(t, c.was, "basis") == string(kg.Stated):
		for _, l := range a.losses(t, c) {
			a.lintLoss(t, c.Record, l)
		}
	}
}

// lintLoss: a stated fact that no longer stands is in corrections.csv, as
// `field value`.
func (a *against) lintLoss(t *datapackage.Table, id kg.ID, l loss) {
	written := slices.ContainsFunc(a.fresh[id], func(c kg.Correction) bool { return c.Was == l.was })
	arrived := l.is == "" || slices.ContainsFunc(a.fresh[id], func(c kg.Correction) bool { return c.Is == l.is })
	if written && arrived {
		return
	}
	at := Place{File: t.Path}
	if _, part := sameRow[t.Name]; !part {
		at, _ = a.now.Place(id)
	}
	is := l.is
	if is == "" {
		is = "WHAT IT SAYS NOW"
	}
	message := fmt.Sprintf("%s said %s, which no longer stands, and corrections.csv has no word of it", id, quoted(l.was))
	if written {
		message = fmt.Sprintf("%s said %s, and no correction of it ends at %s", id, quoted(l.was), quoted(l.is))
	}
	a.out.add(Finding{Group: Uncorrected, Place: at.in(l.column), Record: id, Message: message,
		Mend: "add to corrections.csv: " + strings.Join([]string{csvCell(string(id)), "DATE", csvCell(l.was), csvCell(is), "WHY"}, ",")})
}

func csvCell(s string) string {
	if strings.ContainsAny(s, "\",\n") {
		return `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
	}
	return s
}
