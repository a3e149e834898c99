// Package datapackage is the written shape of a dataset folder, a Frictionless
// Data Package: which tables it has, their columns and how a cell of theirs is
// written, and the descriptor (datapackage.json) with a Table Schema for each.
// All of it derives from the vocabulary.
//
// It knows records and text, neither files nor stores: internal/dataset reads
// folders of this shape, internal/export writes them.
package datapackage
