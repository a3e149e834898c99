package graph

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"citygraph/internal/kg"
)

// presenter is the only door by which an error reaches a client.
type presenter struct{ log *slog.Logger }

// present gives an error its path and code, and its public text where it has
// one. What is not a *kg.Error is ours to mend: it goes to the log, and the
// client reads nothing of it.
func (p *presenter) present(ctx context.Context, err error) *gqlerror.Error {
	path := graphql.GetPath(ctx)
	var known *kg.Error
	if !errors.As(err, &known) || known.Code == kg.CodeInternal {
		if ctx.Err() == nil {
			p.log.LogAttrs(ctx, slog.LevelError, "internal error", slog.String("path", path.String()), slog.Any("error", err))
		}
		known = kg.Errorf(kg.CodeInternal, "something went wrong on our side").WithMend("it has been logged; try again later")
	}
	return &gqlerror.Error{
		Err:        err,
		Message:    known.Public(),
		Path:       path,
		Extensions: map[string]any{"code": string(known.Code)},
	}
}

// tidy orders errors by path and tells an error that a field has at many nodes,
// such as a bad argument, once, so that the same query has the same answer.
func tidy(errs gqlerror.List) gqlerror.List {
	slices.SortStableFunc(errs, func(a, b *gqlerror.Error) int {
		return cmp.Or(comparePaths(a.Path, b.Path), cmp.Compare(a.Message, b.Message))
	})
	told := map[string]bool{}
	return slices.DeleteFunc(errs, func(e *gqlerror.Error) bool {
		key := strings.Join(fieldNames(e.Path), "\x00") + "\x01" + e.Message
		again := told[key]
		told[key] = true
		return again
	})
}

func comparePaths(a, b ast.Path) int {
	return slices.CompareFunc(a, b, func(x, y ast.PathElement) int {
		i, ok1 := x.(ast.PathIndex)
		j, ok2 := y.(ast.PathIndex)
		if ok1 && ok2 {
			return cmp.Compare(i, j)
		}
		return cmp.Compare(fmt.Sprint(x), fmt.Sprint(y))
	})
}

// fieldNames is a path without the places in lists.
func fieldNames(p ast.Path) []string {
	var names []string
	for _, e := range p {
		if name, ok := e.(ast.PathName); ok {
			names = append(names, string(name))
		}
	}
	return names
}
