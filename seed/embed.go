// Package seed is the dataset that comes with CityGraph, embedded into the
// program: a Frictionless Data Package of CSV files, which README.md describes.
package seed

import "embed"

// FS is the dataset folder.
//
//go:embed datapackage.json *.csv nodes/*.csv edges/*.csv
var FS embed.FS
