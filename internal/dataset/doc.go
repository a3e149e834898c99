// Package dataset reads datasets and says everything that is wrong with them.
//
// A dataset is a folder with a datapackage.json and the tables of package
// datapackage, the same folder as a zip file, or a file of JSON lines as package
// jsonl describes it. Reading never stops at the first problem and never mends
// one in silence: every problem is a Finding with file, line, column and mend,
// and only a dataset without findings can be used. What is read and what is
// required derives from the vocabulary in package kg.
package dataset

//go:generate go run ./gen
