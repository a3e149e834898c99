// Package ask answers the questions that CityGraph exists for, one file a
// question: typed options in, a typed answer out, whatever the backend.
//
// A question reads through a store.Reader, in few batched calls, and weighs what
// it read with the pure functions of package analysis. Its answer repeats the
// assumptions under which it was given, counts what they left out, and holds the
// edges that every number rests on, so that each can be traced to its sources.
// The order of every list follows from the dataset alone.
//
// Errors are *kg.Error, with the argument's name in front: CodeInvalid,
// CodeNotFound for an id that nothing has, CodeTooCostly before the work is done,
// and those of the Reader.
package ask
