package main

import "errors"

type lintCmd struct{}

// Run checks a dataset folder.
func (lintCmd) Run(*program) error { return errors.New("lint is being written") }
