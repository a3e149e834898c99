package main

import (
	"errors"
	"slices"
	"strings"

	"citygraph/graph"
	"citygraph/internal/kg"
)

// errHelp says that the flags ask for help.
var errHelp = errors.New("help is asked for")

// readFlags reads `--name value`, `--name=value` and switches from behind the name of
// the question; those that are ask's own and not the question's are taken as such.
func (c *askCmd) readFlags(args []graph.Argument) (map[string][]string, error) {
	texts := map[string][]string{}
	own := map[string]*string{"--data": &c.Data, "--store": &c.Store, "--database": &c.Database}
	for flags := c.Args; len(flags) > 0; {
		name, value, given := strings.Cut(flags[0], "=")
		flags = flags[1:]
		i := slices.IndexFunc(args, func(a graph.Argument) bool { return "--"+a.Name == name })
		switch {
		case i < 0 && (name == "--help" || name == "-h"):
			return nil, errHelp
		case i < 0 && own[name] == nil:
			return nil, kg.Errorf(kg.CodeInvalid, "%q is no argument of the question", name)
		case given:
		case i >= 0 && args[i].IsSwitch():
			value = "true"
			if len(flags) > 0 && (flags[0] == "true" || flags[0] == "false") {
				value, flags = flags[0], flags[1:]
			}
		case len(flags) == 0 || strings.HasPrefix(flags[0], "--"):
			return nil, kg.Errorf(kg.CodeInvalid, "%s needs a value", name)
		default:
			value, flags = flags[0], flags[1:]
		}
		if i < 0 {
			*own[name] = value
			continue
		}
		texts[args[i].Name] = append(texts[args[i].Name], value)
	}
	return texts, nil
}

// variablesOf reads the values of a question's variables from the texts of its flags.
func variablesOf(args []graph.Argument, texts map[string][]string) (map[string]any, error) {
	variables := map[string]any{}
	for _, a := range args {
		if len(texts[a.Name]) == 0 {
			if a.Required {
				return nil, kg.Errorf(kg.CodeInvalid, "--%s is missing", a.Name)
			}
			continue
		}
		v, err := a.Parse(texts[a.Name])
		if err != nil {
			return nil, err
		}
		variables[a.Name] = v
	}
	return variables, nil
}
