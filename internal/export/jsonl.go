package export

import (
	"bufio"
	"context"
	"io"

	"citygraph/internal/jsonl"
	"citygraph/internal/store"
)

// jsonLines writes one JSON object a line, as package jsonl describes them: the
// dataset with its revision, then every record in the order of Scan.
type jsonLines struct{}

// Name implements Format.
func (jsonLines) Name() string { return "jsonl" }

// MediaType implements Format.
func (jsonLines) MediaType() string { return "application/jsonl" }

// Extension implements Format.
func (jsonLines) Extension() string { return "jsonl" }

// Write implements Format.
func (jsonLines) Write(ctx context.Context, r store.Reader, w io.Writer) error {
	info, err := r.Info(ctx)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(w)
	if err := writeLine(out, jsonl.HeadOf(info.Dataset)); err != nil {
		return err
	}
	for record, err := range r.Scan(ctx, store.Scope{}) {
		if err != nil {
			return err
		}
		if err := writeLine(out, jsonl.Of(record)); err != nil {
			return err
		}
	}
	return out.Flush()
}

func writeLine(w io.Writer, v any) error {
	line, err := jsonl.Line(v)
	if err != nil {
		return err
	}
	_, err = w.Write(line)
	return err
}
