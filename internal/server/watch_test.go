package server_test

import (
	"context"
	"os"
	"path/filepath"
	"sync/atomic"
	"testing"
	"time"

	"citygraph/internal/server"
)

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// watching watches path and returns how often it changed.
func watching(t *testing.T, path string) *atomic.Int32 {
	t.Helper()
	var changes atomic.Int32
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() {
		done <- server.Watch(ctx, path, 50*time.Millisecond, func() { changes.Add(1) })
	}()
	t.Cleanup(func() {
		cancel()
		if err := <-done; err != nil {
			t.Error(err)
		}
	})
	// The watch has begun once it sees a change.
	eventually(t, "the watch begins", func() bool {
		write(t, path+beginning(path), "x")
		time.Sleep(80 * time.Millisecond)
		return changes.Load() > 0
	})
	settled(t, &changes)
	return &changes
}

func beginning(path string) string {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return "/begin"
	}
	return ""
}

func TestWatchFolder(t *testing.T) {
	dir := t.TempDir()
	write(t, dir+"/nodes/city.csv", "id\n")
	changes := watching(t, dir)
	for range 50 { // an editor that saves all at once
		write(t, dir+"/nodes/city.csv", "id,name\n")
	}
	if n := settled(t, changes); n > 25 {
		t.Errorf("one burst of 50 was told %d times", n)
	}
	write(t, dir+"/edges/signed.csv", "from\n")
	settled(t, changes) // a new folder is seen
	write(t, dir+"/edges/signed.csv", "from,to\n")
	settled(t, changes) // and what changes in it
}

// settled waits for a change and for the quiet after it, and returns how many
// there were.
func settled(t *testing.T, changes *atomic.Int32) int32 {
	t.Helper()
	eventually(t, "a change is seen", func() bool { return changes.Load() > 0 })
	time.Sleep(200 * time.Millisecond)
	return changes.Swap(0)
}

func TestWatchFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "dataset.jsonl")
	write(t, path, "{}\n")
	changes := watching(t, path)
	write(t, path+".swp", "x")
	time.Sleep(150 * time.Millisecond)
	if n := changes.Load(); n != 0 {
		t.Errorf("another file's change was told")
	}
	write(t, path+".new", "{}\n{}\n")
	if err := os.Rename(path+".new", path); err != nil {
		t.Fatal(err)
	}
	settled(t, changes) // a replaced file is seen
}

func TestWatchMissing(t *testing.T) {
	if err := server.Watch(t.Context(), filepath.Join(t.TempDir(), "none"), time.Second, nil); err == nil {
		t.Error("no error for a folder that is not there")
	}
}
