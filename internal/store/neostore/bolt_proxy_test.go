package neostore_test

import (
	"bytes"
	"encoding/binary"
	"io"
	"net"
	"strings"
	"sync"
	"testing"

	"citygraph/internal/neo4jtest"
)

// boltProxy stands between the driver and a server and makes the faults that a
// single healthy server cannot: it reads the client's messages (Bolt 5.4: chunks
// behind a handshake) and meets chosen RUNs with a fault instead of passing them on.
type boltProxy struct {
	uri    string
	server string
	fault  func(run int) fault // for the run-th RUN of a Reader's statement, from 1
	mu     sync.Mutex
	runs   int
}

// fault is what happens to one RUN. The zero fault is none.
type fault struct {
	code  string // the server fails it with this code
	cut   bool   // the connection goes
	after int    // with cut: so many bytes of the answer come before
}

// Message signatures of Bolt.
const (
	boltRun     = 0x10
	boltPull    = 0x3f
	boltReset   = 0x0f
	boltSuccess = "\xb1\x70\xa0"
	boltIgnored = "\xb0\x7e"
)

func newBoltProxy(t *testing.T) *boltProxy {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	_, server, _ := strings.Cut(neo4jtest.Shared(t).URI, "://")
	p := &boltProxy{uri: "bolt://" + l.Addr().String(), server: server}
	var wg sync.WaitGroup
	wg.Go(func() {
		for {
			client, err := l.Accept()
			if err != nil {
				return
			}
			wg.Go(func() { p.serve(client) })
		}
	})
	t.Cleanup(func() { // the store is closed before, and with it the connections
		_ = l.Close()
		wg.Wait()
	})
	return p
}

// ask begins to count, with these faults from now on.
func (p *boltProxy) ask(fault func(run int) fault) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.runs, p.fault = 0, fault
}

func (p *boltProxy) asked() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.runs
}

// next is the fault for a message of the client.
func (p *boltProxy) next(message []byte) fault {
	if message[1] != boltRun || !bytes.Contains(message, []byte("CityGraphGeneration {gen: $gen")) {
		return fault{}
	}
	p.mu.Lock()
	p.runs++
	run, f := p.runs, p.fault
	p.mu.Unlock()
	if f == nil {
		return fault{}
	}
	return f(run)
}

func (p *boltProxy) serve(client net.Conn) {
	defer client.Close()
	server, err := net.Dial("tcp", p.server)
	if err != nil {
		return
	}
	defer server.Close()
	hello := make([]byte, 20)
	if _, err := io.ReadFull(client, hello); err != nil {
		return
	}
	copy(hello[4:], "\x00\x04\x04\x05"+strings.Repeat("\x00", 12)) // Bolt 5.0 to 5.4
	if _, err := server.Write(hello); err != nil {
		return
	}
	back := &answers{client: client, left: -1}
	go func() {
		_, _ = io.Copy(back, server) // until either end goes
		_ = client.Close()
	}()
	for {
		message, raw, err := readMessage(client)
		if err != nil {
			return
		}
		f := p.next(message)
		switch {
		case f.cut && f.after == 0:
			return
		case f.cut:
			back.cutAfter(f.after)
		case f.code != "":
			if back.send(failure(f.code)) != nil || p.failed(client, back) != nil {
				return
			}
			continue
		}
		if _, err := server.Write(raw); err != nil {
			return
		}
	}
}

// failed answers a client whose statement failed, until it has reset.
func (p *boltProxy) failed(client net.Conn, back *answers) error {
	for {
		message, _, err := readMessage(client)
		if err != nil {
			return err
		}
		if message[1] == boltReset {
			return back.send(boltSuccess)
		}
		if err := back.send(boltIgnored); err != nil {
			return err
		}
	}
}

// answers go to the client, up to where they are cut.
type answers struct {
	client net.Conn
	mu     sync.Mutex
	left   int // -1: no end
}

func (a *answers) cutAfter(n int) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.left = n
}

func (a *answers) Write(b []byte) (int, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.left >= 0 && len(b) >= a.left {
		_, _ = a.client.Write(b[:a.left])
		return 0, io.ErrClosedPipe
	}
	if a.left >= 0 {
		a.left -= len(b)
	}
	return a.client.Write(b)
}

func (a *answers) send(message string) error {
	framed := binary.BigEndian.AppendUint16(nil, uint16(len(message)))
	_, err := a.Write(append(append(framed, message...), 0, 0))
	return err
}

// failure is FAILURE {code, message}.
func failure(code string) string {
	text := func(s string) string { return "\xd0" + string([]byte{byte(len(s))}) + s }
	return "\xb1\x7f\xa2" + text("code") + text(code) + text("message") + text("made by a test")
}

// readMessage reads the chunks of one message, and gives it and all its bytes.
// Empty chunks before it keep connections alive.
func readMessage(r io.Reader) (message, raw []byte, err error) {
	for {
		var size [2]byte
		if _, err := io.ReadFull(r, size[:]); err != nil {
			return nil, nil, err
		}
		raw = append(raw, size[:]...)
		n := int(binary.BigEndian.Uint16(size[:]))
		if n == 0 && len(message) >= 2 {
			return message, raw, nil
		}
		chunk := make([]byte, n)
		if _, err := io.ReadFull(r, chunk); err != nil {
			return nil, nil, err
		}
		message, raw = append(message, chunk...), append(raw, chunk...)
	}
}
