package server_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"strconv"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"citygraph/internal/kg"
	"citygraph/internal/server"
	"citygraph/internal/store"
)

// tiny is a schema whose fields do what a server has to withstand. It is filled
// by hand, not generated; the real one is served in real_test.go.
type tiny struct {
	revision string
	wait     chan struct{} // closed to let `slow` answer
	waiting  chan struct{} // gets one for each `slow` that waits
	schema   *ast.Schema
}

const tinySDL = `
type Query {
  revision: String!
  echo(text: String, n: Int): String
  slow: String
  panic: String
  secret: String
  missing: String
  things(first: Int = 25): [Thing!]!
}
type Mutation { touch: String }
interface Named { name: String! }
type Thing implements Named { name: String! things(first: Int = 25): [Thing!]! }
`

func newTiny(revision string) *tiny {
	return &tiny{
		revision: revision, wait: make(chan struct{}), waiting: make(chan struct{}, 100),
		schema: gqlparser.MustLoadSchema(&ast.Source{Name: "tiny.graphqls", Input: tinySDL}),
	}
}

// graph is the tiny schema as something to serve.
func (t *tiny) graph() server.Graph {
	return server.Graph{
		Schema: t,
		Info:   store.Info{Dataset: kg.Dataset{Name: "tiny", Title: "Tiny", Version: "1.0.0", Hash: t.revision}},
	}
}

func (t *tiny) Schema() *ast.Schema { return t.schema }

// Complexity multiplies lists, as the real schema does.
func (t *tiny) Complexity(_ context.Context, _, field string, child int, args map[string]any) (int, bool) {
	if field != "things" {
		return 0, false
	}
	first, _ := strconv.Atoi(jsonText(args["first"]))
	return 1 + first*child, true
}

func jsonText(v any) string {
	b, _ := json.Marshal(v)
	return string(b)
}

func (t *tiny) Exec(ctx context.Context) graphql.ResponseHandler {
	oc := graphql.GetOperationContext(ctx)
	root := "Query"
	if oc.Operation.Operation == ast.Mutation {
		root = "Mutation"
	}
	return graphql.OneShot(&graphql.Response{Data: t.object(ctx, oc, root, oc.Operation.SelectionSet)})
}

func (t *tiny) object(ctx context.Context, oc *graphql.OperationContext, name string, set ast.SelectionSet) json.RawMessage {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, f := range graphql.CollectFields(oc, set, []string{name, "Named"}) {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(strconv.Quote(f.Alias) + ":")
		b.Write(t.value(ctx, oc, name, f))
	}
	b.WriteByte('}')
	return b.Bytes()
}

func (t *tiny) value(ctx context.Context, oc *graphql.OperationContext, parent string, f graphql.CollectedField) (out json.RawMessage) {
	defer func() {
		if v := recover(); v != nil {
			graphql.AddError(ctx, graphql.Recover(ctx, v))
			out = json.RawMessage("null")
		}
	}()
	v, err := t.resolve(ctx, oc, parent, f)
	if err != nil {
		graphql.AddError(ctx, err)
		return json.RawMessage("null")
	}
	return v
}

func (t *tiny) resolve(ctx context.Context, oc *graphql.OperationContext, parent string, f graphql.CollectedField) (json.RawMessage, error) {
	args := f.ArgumentMap(oc.Variables)
	switch f.Name {
	case "__typename":
		return json.RawMessage(strconv.Quote(parent)), nil
	case "__type", "__schema":
		return json.RawMessage("null"), nil
	case "revision":
		return json.RawMessage(strconv.Quote(t.revision)), nil
	case "echo":
		return json.RawMessage(jsonText(args["text"])), nil
	case "name", "touch":
		return json.RawMessage(`"a thing"`), nil
	case "things":
		return json.RawMessage("[" + string(t.object(ctx, oc, "Thing", f.Selections)) + "]"), nil
	case "panic":
		panic("the secret of the panic")
	case "secret":
		return nil, errors.New("dial tcp 10.0.0.1: secret")
	case "missing":
		return nil, kg.Errorf(kg.CodeNotFound, "there is no node %q", "city:nowhere")
	case "slow":
		t.waiting <- struct{}{}
		select {
		case <-t.wait:
			return json.RawMessage(`"at last"`), nil
		case <-ctx.Done():
			return nil, kg.Errorf(kg.CodeUnavailable, "cancelled").WithCause(ctx.Err())
		}
	}
	return nil, errors.New("no such field")
}
