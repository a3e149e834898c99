package server

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/fsnotify/fsnotify"
)

// Watch calls changed, once for each burst of changes, after files in the dataset
// at path (a folder or one file) were written, renamed or removed and then left
// alone for the quiet time. It returns when ctx is done, or at once with an
// error where the path cannot be watched.
func Watch(ctx context.Context, path string, quiet time.Duration, changed func()) error {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return fmt.Errorf("watching files: %w", err)
	}
	defer func() { _ = w.Close() }() // nothing was written
	path, err = filepath.Abs(path)
	if err != nil {
		return err
	}
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	root := path
	if !info.IsDir() {
		root = filepath.Dir(path) // editors replace a file, which ends a watch on it
	}
	if err := watchFolders(w, root, info.IsDir()); err != nil {
		return fmt.Errorf("watching %s: %w", root, err)
	}
	watchEvents(ctx, w, quiet, changed, func(name string) bool { return info.IsDir() || name == path })
	return nil
}

// watchFolders watches a folder and, where deep, all below it: one watch sees the
// files of one folder only.
func watchFolders(w *fsnotify.Watcher, root string, deep bool) error {
	if !deep {
		return w.Add(root)
	}
	return filepath.WalkDir(root, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.IsDir() {
			return err
		}
		return w.Add(name)
	})
}

func watchEvents(ctx context.Context, w *fsnotify.Watcher, quiet time.Duration, changed func(), ours func(string) bool) {
	pause := time.NewTimer(quiet)
	pause.Stop()
	defer pause.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-pause.C:
			changed()
		case e := <-w.Events:
			if e.Op == fsnotify.Chmod || !ours(e.Name) {
				continue
			}
			if e.Has(fsnotify.Create) {
				if info, err := os.Stat(e.Name); err == nil && info.IsDir() {
					_ = watchFolders(w, e.Name, true) // a folder that is gone again needs no watch
				}
			}
			pause.Reset(quiet)
		case err := <-w.Errors:
			if err != nil { // events were lost: something changed
				pause.Reset(quiet)
			}
		}
	}
}
