package dataset

import (
	"errors"
	"io"
)

// What a dataset may cost to read; more is refused before it is read.
const (
	MaxFile = 512 << 20 // bytes of one file
	MaxRow  = 1 << 20   // bytes of one row or JSON line
	MaxCell = 64 << 10  // bytes of one cell or JSON text
	MaxHead = 4 << 20   // bytes of datapackage.json
)

var errTooLong = errors.New("too long")

// rationed fails with errTooLong after ration bytes, unless it is renewed: a
// broken quote cannot make one row of a whole file.
type rationed struct {
	r    io.Reader
	left int
}

const readAhead = 64 << 10 // what a buffered reader above may have taken in advance

func (r *rationed) renew() { r.left = MaxRow + readAhead }

func (r *rationed) Read(p []byte) (int, error) {
	if r.left <= 0 {
		return 0, errTooLong
	}
	n, err := r.r.Read(p[:min(len(p), r.left)])
	r.left -= n
	return n, err
}
