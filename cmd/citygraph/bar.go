package main

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// bar shows how far an import is, on one line of a terminal; elsewhere it says
// nothing.
type bar struct {
	out         io.Writer // nil: nowhere
	begun       bool
	done, total int
}

func newBar(out io.Writer, total int) *bar {
	f, ok := out.(*os.File)
	if !ok || os.Getenv("TERM") == "dumb" {
		return &bar{}
	}
	if info, err := f.Stat(); err != nil || info.Mode()&fs.ModeCharDevice == 0 {
		return &bar{}
	}
	return &bar{out: out, total: total}
}

const barWidth = 30

// add counts n more records and draws the line anew. When all are there, what
// remains is the store's: its indexes and the switch.
func (b *bar) add(n int) {
	if b.out == nil {
		return
	}
	b.done += n
	filled := barWidth * b.done / max(b.total, 1)
	state := "importing"
	if b.done == b.total {
		state = "finishing"
	}
	fmt.Fprintf(b.out, "\r\x1b[K%s [%s%s] %d of %d records", state, strings.Repeat("#", filled), strings.Repeat(".", barWidth-filled), b.done, b.total)
}

// clear makes room for what is said next.
func (b *bar) clear() {
	if b.out != nil {
		fmt.Fprint(b.out, "\r\x1b[K")
	}
}

// counting is a store whose imports are shown by a bar.
type counting struct {
	store.Store
	bar *bar
}

// Begin implements store.Store.
func (c counting) Begin(ctx context.Context, d kg.Dataset) (store.Import, error) {
	in, err := c.Store.Begin(ctx, d)
	if err != nil {
		return nil, err
	}
	c.bar.begun = true
	return countingImport{in, c.bar}, nil
}

type countingImport struct {
	store.Import
	bar *bar
}

// Put implements store.Import.
func (c countingImport) Put(ctx context.Context, b store.Batch) error {
	err := c.Import.Put(ctx, b)
	if err == nil {
		c.bar.add(len(b.Nodes) + len(b.Edges) + len(b.Retired) + len(b.Corrections))
	}
	return err
}
