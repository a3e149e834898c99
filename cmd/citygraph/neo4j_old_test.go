package main

import (
	"encoding/binary"
	"io"
	"net"
	"strings"
	"sync"
	"testing"
)

// oldNeo4j says in Bolt 4.4 that it is a Neo4j of a version, and yes to everything.
func oldNeo4j(t *testing.T, agent string) (uri string) {
	t.Helper()
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	wg.Go(func() {
		for {
			conn, err := ln.Accept()
			if err != nil {
				return
			}
			wg.Go(func() { sayYes(conn, agent) })
		}
	})
	t.Cleanup(func() {
		_ = ln.Close()
		wg.Wait()
	})
	return "bolt://" + ln.Addr().String()
}

func sayYes(conn net.Conn, agent string) {
	defer conn.Close()
	var handshake [20]byte
	if _, err := io.ReadFull(conn, handshake[:]); err != nil {
		return
	}
	_, _ = conn.Write([]byte{0, 0, 4, 4})
	yes := []byte{0xb1, 0x70, 0xa2} // SUCCESS with a map of two
	for _, text := range []string{"server", agent, "connection_id", "bolt-1"} {
		yes = append(append(yes, 0x80|byte(len(text))), text...)
	}
	yes = append(binary.BigEndian.AppendUint16(nil, uint16(len(yes))), append(yes, 0, 0)...)
	for {
		var size [2]byte
		if _, err := io.ReadFull(conn, size[:]); err != nil {
			return
		}
		n := int64(binary.BigEndian.Uint16(size[:]))
		if n == 0 { // the end of a message
			if _, err := conn.Write(yes); err != nil {
				return
			}
			continue
		}
		if _, err := io.CopyN(io.Discard, conn, n); err != nil {
			return
		}
	}
}

func TestImportRefusesOldServers(t *testing.T) {
	for agent, says := range map[string]string{
		"Neo4j/4.4.44": "Neo4j 4.4.44 is too old: use Neo4j 5.6 or later",
		"Neo4j/5.5.0":  "Neo4j 5.5.0 is too old: use Neo4j 5.6 or later",
		"Memgraph/2.1": `no Neo4j that we know: it calls itself "Memgraph/2.1"`,
	} {
		got := runOnce(t, "import", "--store", oldNeo4j(t, agent))
		if got.code != exitUnfit || !strings.Contains(got.stderr, says) || strings.Count(got.stderr, "\n") != 1 {
			t.Errorf("%s: %+v", agent, got)
		}
	}
}
