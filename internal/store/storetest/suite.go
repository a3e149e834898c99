// Package storetest holds every backend to the contract of package store.
//
// Run is the conformance suite: each sentence of the contract is a case, and
// each case has a fresh, empty store. RunDifferential compares a backend with
// Reference, the plainest possible reading of the contract, on worlds and
// calls drawn at random. Sample and Draw make small worlds for the tests of
// other packages too.
package storetest

import (
	"slices"
	"strings"
	"testing"

	"citygraph/internal/store"
)

// Options describe a backend to the suite.
type Options struct {
	// New returns a store that is fresh, empty and this test's own, and sees
	// to it that it is closed when the test ends.
	New func(t testing.TB) store.Store

	// Without names the cases that the backend cannot pass, each with the
	// reason. They are skipped, and the reason is printed.
	Without map[string]string
}

// testCase is one sentence of the contract, or a few that belong together.
type testCase struct {
	name string // group/what
	run  func(t *testing.T, h harness)
}

// harness makes stores for one case.
type harness struct{ options Options }

func cases() []testCase {
	return slices.Concat(
		storeCases, importCases, batchCases, recordCases, scanCases, infoCases,
		listCases, pagingCases, orderCases, edgeCases, directionCases, timeCases,
		conditionCases, relationCases, limitCases, copyCases, switchCases)
}

// Run runs the conformance suite.
func Run(t *testing.T, o Options) {
	all := cases()
	for name, reason := range o.Without {
		known := slices.ContainsFunc(all, func(c testCase) bool { return c.name == name })
		if !known || strings.TrimSpace(reason) == "" {
			t.Errorf("Options.Without: %q must be the name of a case, with a reason", name)
		}
	}
	for _, c := range all {
		t.Run(c.name, func(t *testing.T) {
			if reason, ok := o.Without[c.name]; ok {
				t.Skipf("the backend goes without %q: %s", c.name, reason)
			}
			c.run(t, harness{o})
		})
	}
}

func (h harness) empty(t testing.TB) store.Store {
	t.Helper()
	return h.options.New(t)
}

// open returns a reader of a fresh store that holds w.
func (h harness) open(t testing.TB, w World) store.Reader {
	t.Helper()
	s := h.empty(t)
	Import(t, s, w)
	return Open(t, s)
}
