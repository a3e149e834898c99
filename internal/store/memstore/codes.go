package memstore

import "citygraph/internal/kg"

// Kinds are values of the vocabulary; inside, each has a small number, its
// place in the vocabulary's table.
var (
	nodeCodes = map[kg.NodeKind]int16{}
	edgeCodes = map[kg.EdgeKind]int16{}
)

func init() {
	for i, s := range kg.NodeKinds {
		nodeCodes[s.Kind] = int16(i)
	}
	for i, s := range kg.EdgeKinds {
		edgeCodes[s.Kind] = int16(i)
	}
}

// kindSet tells for each node kind's code whether it is asked for; nil asks for
// every kind.
type kindSet []bool

func newKindSet(kinds []kg.NodeKind) kindSet {
	if len(kinds) == 0 {
		return nil
	}
	set := make(kindSet, len(kg.NodeKinds))
	for _, k := range kinds {
		set[nodeCodes[k]] = true
	}
	return set
}

func (s kindSet) has(code int16) bool { return s == nil || s[code] }
