package graph

import (
	"bytes"
	"context"
	"embed"
	"encoding/json"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"sync"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"citygraph/graph/model"
	"citygraph/internal/ask"
	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// questions holds, for each question of the registry, the operation that asks it
// in full: its variables are the question's arguments, and those of the pages in
// its answer.
//
//go:embed questions/*.graphql
var questions embed.FS

// Ask answers a question on what r reads, as a server would: the whole answer as
// JSON; ok is false where it has errors. The variables are those of the
// question's operation. Only what the question needs is read.
func Ask(ctx context.Context, r store.Reader, log *slog.Logger, q ask.Question, variables map[string]any) (answer []byte, ok bool, err error) {
	text, err := questions.ReadFile(file(q))
	if err != nil {
		return nil, false, err
	}
	// No search index: no question searches. Nor does one ask for corrections or
	// error reports, which a test sees to.
	exec := executor.New(bind(r, nil, &model.About{}, once(r), log))
	exec.SetRecoverFunc(func(_ context.Context, v any) error { return fmt.Errorf("panic: %v", v) })
	ctx = graphql.StartOperationTrace(ctx)
	var resp *graphql.Response
	op, errs := exec.CreateOperationContext(ctx, &graphql.RawParams{Query: string(text), Variables: variables})
	if len(errs) > 0 {
		resp = exec.DispatchError(graphql.WithOperationContext(ctx, op), errs)
	} else {
		respond, ctx := exec.DispatchOperation(ctx, op)
		resp = respond(ctx)
	}
	for _, e := range resp.Errors {
		invalid(e)
	}
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	err = enc.Encode(struct {
		Data       json.RawMessage `json:"data,omitempty"`
		Errors     gqlerror.List   `json:"errors,omitempty"`
		Extensions map[string]any  `json:"extensions,omitempty"`
	}{resp.Data, resp.Errors, resp.Extensions})
	return out.Bytes(), len(resp.Errors) == 0, err
}

// invalid gives an error of the validator one of our codes, and names the argument
// that it is about.
func invalid(e *gqlerror.Error) {
	if code, _ := e.Extensions["code"].(string); !strings.HasPrefix(code, "GRAPHQL_") {
		return
	}
	e.Extensions["code"] = string(kg.CodeInvalid)
	if len(e.Path) > 1 && e.Path[0] == ast.PathName("variable") { // no place in the answer
		e.Message, e.Path = e.Path[1:].String()+": "+e.Message, nil
	}
}

// once builds what questions about the whole graph are answered from when the
// first of them asks for it.
func once(r store.Reader) func(context.Context) (*ask.Whole, error) {
	var first sync.Once
	var whole *ask.Whole
	var err error
	return func(ctx context.Context) (*ask.Whole, error) {
		first.Do(func() { whole, err = ask.LoadWhole(ctx, r) })
		return whole, err
	}
}

func file(q ask.Question) string { return "questions/" + q.Name + ".graphql" }

// Arguments lists the arguments of a question, in the order of its operation.
func Arguments(q ask.Question) ([]Argument, error) {
	text, err := questions.ReadFile(file(q))
	if err != nil {
		return nil, err
	}
	schema := NewExecutableSchema(Config{}).Schema()
	doc, errs := gqlparser.LoadQueryWithRules(schema, string(text), rules.NewDefaultRules())
	if len(errs) > 0 {
		return nil, fmt.Errorf("%s: %w", file(q), errs)
	}
	op := doc.Operations[0]
	var all []Argument
	for _, v := range op.VariableDefinitions {
		a := Argument{Name: v.Variable, Required: v.Type.NonNull && v.DefaultValue == nil, typ: v.Type, def: schema.Types[v.Type.Name()]}
		if d := definition(op.SelectionSet, v.Variable); d != nil {
			a.Doc = d.Description
			if d.DefaultValue != nil {
				a.Default = d.DefaultValue.String()
			}
		}
		all = append(all, a)
	}
	return all, nil
}

// definition finds the argument into which a variable goes.
func definition(in ast.SelectionSet, variable string) *ast.ArgumentDefinition {
	for _, s := range in {
		f, ok := s.(*ast.Field)
		if !ok {
			continue
		}
		i := slices.IndexFunc(f.Arguments, func(a *ast.Argument) bool {
			return a.Value.Kind == ast.Variable && a.Value.Raw == variable
		})
		if i >= 0 {
			return f.Definition.Arguments.ForName(f.Arguments[i].Name)
		}
		if d := definition(f.SelectionSet, variable); d != nil {
			return d
		}
	}
	return nil
}
