package neostore_test

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"io"
	"math/big"
	"net"
	"strings"
	"testing"
	"time"

	"citygraph/internal/kg"
	"citygraph/internal/neo4jtest"
	"citygraph/internal/store/neostore"
	"citygraph/internal/store/storetest"
)

// encrypted is the address of a server behind TLS, with a certificate that it
// signed itself.
func encrypted(t *testing.T, server *neo4jtest.Server) (address string) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	about := &x509.Certificate{
		SerialNumber: big.NewInt(1), NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour), IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)},
	}
	der, err := x509.CreateCertificate(rand.Reader, about, about, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	l, err := tls.Listen("tcp", "127.0.0.1:0", &tls.Config{
		Certificates: []tls.Certificate{{Certificate: [][]byte{der}, PrivateKey: key}}, MinVersion: tls.VersionTLS12,
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	_, plain, _ := strings.Cut(server.URI, "://")
	go func() {
		for {
			client, err := l.Accept()
			if err != nil {
				return
			}
			go func() {
				defer client.Close()
				there, err := net.Dial("tcp", plain)
				if err != nil {
					return
				}
				defer there.Close()
				go func() { _, _ = io.Copy(client, there) }() // until either end goes
				_, _ = io.Copy(there, client)
			}()
		}
	}()
	return l.Addr().String()
}

// TestSchemes: each kind of address reads what was imported by another.
func TestSchemes(t *testing.T) {
	s := fresh(t)
	storetest.Import(t, s, storetest.Sample())
	server := neo4jtest.Shared(t)
	_, plain, _ := strings.Cut(server.URI, "://")
	safe := encrypted(t, server)
	for _, uri := range []string{"bolt://" + plain, "neo4j://" + plain, "bolt+ssc://" + safe} {
		t.Run(uri[:strings.Index(uri, ":")], func(t *testing.T) {
			other := openAt(t, &neo4jtest.Server{URI: uri, Username: server.Username, Password: server.Password})
			same(t, uri, storetest.Sample(), storetest.Open(t, other))
		})
	}
	for uri, words := range map[string]string{
		"bolt+s://" + safe:   "certificate",
		"neo4j+s://" + safe:  "certificate",
		"bolt+s://" + plain:  "cannot be reached", // no TLS there
		"neo4j+s://" + plain: "cannot be reached",
		"bolt://" + safe:     "cannot be reached", // nothing but TLS there
	} {
		_, err := neostore.Open(t.Context(), neostore.Options{URI: uri, Username: server.Username, Password: server.Password, ReadTimeout: 3 * time.Second})
		says(t, err, kg.CodeUnavailable, words)
	}
}
