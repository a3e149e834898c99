package main

import "errors"

type exportCmd struct{}

// Run writes a dataset to a file.
func (exportCmd) Run(*program) error { return errors.New("export is being written") }
