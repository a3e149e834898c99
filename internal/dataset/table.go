package dataset

import (
	"bufio"
	"context"
	"encoding/csv"
	"errors"
	"io"
	"io/fs"
	"slices"
	"strings"

	"citygraph/internal/datapackage"
)

// row is one row of a table, by column name. Absent columns and empty cells are
// the same: unknown.
type row struct {
	table datapackage.Table
	at    Place
	cells map[string]string
}

func (r row) cell(column string) string { return r.cells[column] }
func (r row) in(column string) Place    { return r.at.in(column) }

// readTable reads one table of the folder into the draft. The table need not be
// there.
func readTable(ctx context.Context, fsys fs.FS, t datapackage.Table, d *draft) error {
	return readCSV(ctx, fsys, t.Path, &d.out, func(header []string, at Place) func(Place, []string) {
		if header == nil || !checkHeader(t, header, at, &d.out) {
			d.passOver(t)
			return nil
		}
		return func(at Place, cells []string) {
			d.add(newRow(t, header, at, cells, &d.out))
		}
	})
}

func newRow(t datapackage.Table, header []string, at Place, cells []string, out *findings) row {
	r := row{t, at, make(map[string]string, len(header))}
	for i, name := range header {
		c, _ := t.Column(name)
		r.cells[name] = checkText(cells[i], c, r.in(name), out)
	}
	return r
}

// checkHeader says whether the rows below it can be read.
func checkHeader(t datapackage.Table, header []string, at Place, out *findings) bool {
	before := len(out.list) + out.more
	last := -1
	for i, name := range header {
		k := slices.Index(t.Header(), name)
		switch {
		case k < 0:
			out.add(Finding{Group: Unreadable, Place: at.in(name), Message: "unknown column " + quoted(name),
				Mend: "the columns of this file are " + strings.Join(t.Header(), ",")})
		case slices.Contains(header[:i], name):
			out.add(Finding{Group: Unreadable, Place: at.in(name), Message: "the column " + quoted(name) + " stands twice", Mend: "keep one of them"})
		case k < last:
			out.add(Finding{Group: Unreadable, Place: at.in(name), Message: "the column " + quoted(name) + " is out of order",
				Mend: "order the columns as " + strings.Join(t.Header(), ",")})
		}
		last = max(last, k)
	}
	for _, c := range t.Columns {
		if c.Required && !slices.Contains(header, c.Name) {
			out.add(Finding{Group: Unreadable, Place: at.in(c.Name), Message: "missing column " + quoted(c.Name),
				Mend: "add it: " + c.Doc})
		}
	}
	return len(out.list)+out.more == before
}

// readCSV reads a file of comma-separated values (RFC 4180, UTF-8, rows ending
// in LF or CRLF). begin gets the header, nil where none can be read, and returns
// what takes the rows, nil to read no further. A file that is not there is no
// error.
func readCSV(ctx context.Context, fsys fs.FS, path string, out *findings, begin func(header []string, at Place) func(Place, []string)) error {
	src, ok, err := openFile(fsys, path, MaxFile, out)
	if err != nil || !ok {
		return err
	}
	defer func() { _ = src.Close() }() // only read
	ration := &rationed{r: src}
	ration.renew()
	buffered := bufio.NewReaderSize(ration, readAhead/2)
	skipBOM(buffered)
	if form := foreignForm(buffered); form != "" {
		out.add(Finding{Group: Unreadable, Place: Place{File: path, Line: 1}, Message: form,
			Mend: "save it as CSV in UTF-8 with commas between the cells; nothing else in the file was looked at"})
		begin(nil, Place{File: path})
		return nil
	}
	in := csv.NewReader(buffered)
	in.FieldsPerRecord = -1
	in.ReuseRecord = true
	var header []string
	var use func(Place, []string)
	at := Place{File: path} // of the last row that could be read
	for n := 0; ; n++ {
		if n%1000 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		ration.renew()
		cells, err := in.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			if broken(at, err, out) {
				continue
			}
			return nil
		}
		at.Line, _ = in.FieldPos(0)
		if header == nil {
			header = slices.Clone(cells)
			if use = begin(header, at); use == nil {
				return nil
			}
			continue
		}
		if wellFormed(header, cells, at, out) {
			use(at, cells)
		}
	}
	if header == nil {
		out.add(Finding{Group: Unreadable, Place: Place{File: path}, Message: "the file is empty", Mend: "write a header row, or delete the file"})
	}
	return nil
}

// openFile opens a file that is not larger than limit. What stands in the way
// is a finding, but for a file that is not there.
func openFile(fsys fs.FS, path string, limit int64, out *findings) (fs.File, bool, error) {
	src, err := fsys.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, false, nil
	}
	at := Place{File: path}
	if err != nil {
		out.add(Finding{Group: Unreadable, Place: at, Message: "cannot be opened: " + causeOf(err), Mend: "put a readable file there, inside the folder, or take it away"})
		return nil, false, nil
	}
	info, err := src.Stat()
	switch {
	case err != nil:
		out.add(Finding{Group: Unreadable, Place: at, Message: "cannot be opened: " + causeOf(err), Mend: "put a readable file there"})
	case !info.Mode().IsRegular():
		out.add(Finding{Group: Unreadable, Place: at, Message: "is not a file", Mend: "put a file there, or take it away"})
	case info.Size() > limit:
		out.add(Finding{Group: Unreadable, Place: at, Message: "is larger than " + plural(int(limit>>20), "MiB", "MiB"), Mend: "split the dataset"})
	default:
		return src, true, nil
	}
	return nil, false, src.Close()
}

func causeOf(err error) string {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err.Error()
	}
	return err.Error()
}

// skipBOM passes over a byte order mark, which spreadsheets write before UTF-8;
// readers of Data Packages do the same.
func skipBOM(in *bufio.Reader) {
	if head, _ := in.Peek(len(datapackage.BOM)); string(head) == datapackage.BOM {
		_, _ = in.Discard(len(datapackage.BOM))
	}
}

// foreignForm names what spreadsheets write instead of commas and UTF-8, "" where
// the first line looks like neither. No table of ours has one column alone.
func foreignForm(in *bufio.Reader) string {
	head, _ := in.Peek(4 << 10)
	line, _, _ := strings.Cut(string(head), "\n")
	switch {
	case strings.HasPrefix(line, "\xff\xfe"), strings.HasPrefix(line, "\xfe\xff"):
		return "the file is UTF-16"
	case strings.Contains(line, ","):
		return ""
	case strings.Contains(line, ";"):
		return "the cells are separated by semicolons"
	case strings.Contains(line, "\t"):
		return "the cells are separated by tabs"
	}
	return ""
}

// broken reports a row that cannot be read, behind the one at last, and says
// whether those behind it can.
func broken(last Place, err error, out *findings) bool {
	f := Finding{Group: Unreadable, Place: last, Mend: "put quotes around the whole cell and double those inside it"}
	var parse *csv.ParseError
	goesOn := errors.As(err, &parse)
	switch {
	case errors.Is(err, errTooLong):
		goesOn = false
		f.Message, f.Mend = "the row behind this one is longer than "+plural(MaxRow>>20, "MiB", "MiB"), "look for a quote that is never closed, or shorten the row"
	case !goesOn:
		f.Message, f.Mend = "cannot be read on: "+causeOf(err), "put a readable file there"
	case errors.Is(err, csv.ErrBareQuote):
		f.Line, f.Message = parse.StartLine, "a quote in the middle of an unquoted cell"
	default:
		f.Line, f.Message = parse.StartLine, "a quote that is not closed, or text behind a closing quote"
	}
	out.add(f)
	return goesOn
}

// wellFormed says whether the row has a cell for each column, and something in them.
func wellFormed(header, cells []string, at Place, out *findings) bool {
	if len(cells) != len(header) {
		out.add(Finding{Group: Unreadable, Place: at, Message: plural(len(cells), "cell", "cells") + " under " + plural(len(header), "column", "columns"),
			Mend: "look for a comma or a quote too few or too many"})
		return false
	}
	if strings.Join(cells, "") == "" {
		out.add(Finding{Group: Unreadable, Place: at, Message: "an empty row", Mend: "delete it"})
		return false
	}
	return true
}
