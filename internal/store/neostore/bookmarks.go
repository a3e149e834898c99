package neostore

import (
	"context"
	"sync/atomic"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// bookmarks say up to where a member of a cluster must have come before it may
// answer: a read sees what was imported or read before. The driver's own never
// forget.
type bookmarks struct {
	now atomic.Pointer[neo4j.BookmarkManager]
}

var _ neo4j.BookmarkManager = (*bookmarks)(nil)

func newBookmarks() *bookmarks {
	b := &bookmarks{}
	b.forget()
	return b
}

// forget drops them, after a read that failed. A database that was put back from
// a backup never comes to where they are, and has every read wait for that.
// Without them a member that lags behind may answer from what was there before.
func (b *bookmarks) forget() {
	fresh := neo4j.NewBookmarkManager(neo4j.BookmarkManagerConfig{})
	b.now.Store(&fresh)
}

// UpdateBookmarks implements neo4j.BookmarkManager.
func (b *bookmarks) UpdateBookmarks(ctx context.Context, previous, next neo4j.Bookmarks) error {
	return (*b.now.Load()).UpdateBookmarks(ctx, previous, next)
}

// GetBookmarks implements neo4j.BookmarkManager.
func (b *bookmarks) GetBookmarks(ctx context.Context) (neo4j.Bookmarks, error) {
	return (*b.now.Load()).GetBookmarks(ctx)
}
