package server

import (
	"encoding/json"
	"errors"
	"net/http"
	"time"

	"citygraph/internal/kg"
)

// healthy says that the process answers; it knows nothing of the dataset.
func (s *Server) healthy(w http.ResponseWriter, _ *http.Request) {
	sentence(w, http.StatusOK, "ok")
}

// readiness is the answer of /readyz.
type readiness struct {
	Status  string    `json:"status"` // ready, loading, failed, unavailable or stopping
	Dataset *served   `json:"dataset,omitempty"`
	Load    *lastLoad `json:"load,omitempty"`
	Store   string    `json:"store,omitempty"` // why it does not answer
}

type served struct {
	Name     string `json:"name"`
	Version  string `json:"version"`
	Revision string `json:"revision"`
}

// lastLoad tells how the last load went. A failed one after a good one leaves
// the server ready, on the revision before.
type lastLoad struct {
	At    time.Time `json:"at"`
	OK    bool      `json:"ok"`
	Error string    `json:"error,omitempty"`
}

// ready answers 200 while questions are answered, else 503.
func (s *Server) ready(w http.ResponseWriter, _ *http.Request) {
	a := readiness{Status: "loading", Load: s.loads.last(), Store: s.loads.storeError()}
	status := http.StatusServiceUnavailable
	if rev := s.current.Load(); rev != nil {
		d := rev.Info.Dataset
		a.Dataset = &served{d.Name, d.Version, d.Hash}
		a.Status, status = "ready", http.StatusOK
	} else if a.Load != nil {
		a.Status = "failed"
	}
	if a.Store != "" {
		a.Status, status = "unavailable", http.StatusServiceUnavailable
	}
	if s.stopping.Load() {
		a.Status, status = "stopping", http.StatusServiceUnavailable
	}
	w.Header().Set("Content-Type", plainJSON)
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(a) // a client who left is no error of ours
}

func (l *reloads) last() *lastLoad {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.at.IsZero() {
		return nil
	}
	last := &lastLoad{At: l.at.UTC(), OK: l.failed == nil}
	if l.failed != nil {
		last.Error = told(l.failed)
	}
	return last
}

// storeError says why the store did not answer; "" where it did, or was not
// asked.
func (l *reloads) storeError() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.unreachable == nil {
		return ""
	}
	return told(l.unreachable)
}

// told is an error as whoever can reach the server may read it: without the
// cause, which may name hosts behind it and is in the log.
func told(err error) string {
	var e *kg.Error
	if errors.As(err, &e) {
		return e.Public()
	}
	return err.Error()
}
