package datapackage

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"

	"golang.org/x/mod/semver"

	"citygraph/internal/kg"
)

// File is the name of the descriptor in a dataset folder.
const File = "datapackage.json"

// Descriptor is a datapackage.json. Its head, from Name to Contributors, is
// written by hand; Sources and Resources are made by Complete.
type Descriptor struct {
	Profile      string        `json:"profile"`
	Name         string        `json:"name"`
	Title        string        `json:"title"`
	Description  string        `json:"description,omitempty"`
	Version      string        `json:"version"`
	Created      string        `json:"created,omitempty"`
	Homepage     string        `json:"homepage,omitempty"`
	Keywords     []string      `json:"keywords,omitempty"`
	Licenses     []License     `json:"licenses"`
	Citation     string        `json:"citation,omitempty"`
	Contributors []Contributor `json:"contributors,omitempty"`
	Sources      []Origin      `json:"sources,omitempty"`
	Resources    []Resource    `json:"resources"`
}

// License is a licence by its SPDX identifier, with an address of its text.
type License struct {
	Name  string `json:"name"`
	Path  string `json:"path,omitempty"`
	Title string `json:"title,omitempty"`
}

// Contributor is a person or body that contributed.
type Contributor struct {
	Title        string `json:"title"`
	Path         string `json:"path,omitempty"`
	Role         string `json:"role,omitempty"`
	Organization string `json:"organization,omitempty"`
}

// Origin is a source of the data, as Data Packages name it.
type Origin struct {
	Title string `json:"title"`
	Path  string `json:"path,omitempty"`
}

// Profile is what every descriptor of ours says of itself.
const Profile = "tabular-data-package"

var licensePaths = map[string]string{
	"CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/",
	"CC0-1.0":   "https://creativecommons.org/publicdomain/zero/1.0/",
}

// Head returns the descriptor's head for a dataset of which no more is known
// than a store keeps.
func Head(d kg.Dataset) Descriptor {
	return Descriptor{
		Profile: Profile, Name: d.Name, Title: d.Title, Version: d.Version,
		Licenses: []License{{Name: d.License, Path: licensePaths[d.License]}}, Citation: d.Citation,
	}
}

var nameForm = regexp.MustCompile(`^[a-z0-9]+([-._][a-z0-9]+)*$`)

// Dataset returns what the descriptor says of the dataset, without a hash, and
// the problems of its head (CodeInvalid each).
func (d Descriptor) Dataset() (kg.Dataset, []error) {
	var problems []error
	bad := func(what, mend string) {
		problems = append(problems, kg.Errorf(kg.CodeInvalid, "%s", what).WithMend("%s", mend))
	}
	out := kg.Dataset{Name: d.Name, Title: d.Title, Version: d.Version, Citation: d.Citation}
	if !nameForm.MatchString(d.Name) {
		bad(fmt.Sprintf("the dataset has no usable name: %q", d.Name), `write "name": lower-case letters, digits, "-", "." and "_"`)
	}
	if d.Title == "" {
		bad("the dataset has no title", `write "title": a few words for people`)
	}
	switch {
	case d.Version == "":
		bad("the dataset has no version", `write "version": such as "1.0.0", and raise it with every release`)
	case !validVersion(d.Version):
		bad(fmt.Sprintf("the version %q is not of the form 1.2.3", d.Version), `write "version" as semver.org has it: major.minor.patch, such as "1.0.0"`)
	}
	switch {
	case len(d.Licenses) != 1:
		bad(fmt.Sprintf("%d licences", len(d.Licenses)), `write "licenses" with the one licence of the whole: [{"name": "CC-BY-4.0"}]`)
	case d.Licenses[0].Name == "":
		bad("the licence has no name", `write its SPDX identifier: [{"name": "CC-BY-4.0"}]`)
	default:
		out.License = d.Licenses[0].Name
	}
	return out, problems
}

// validVersion: three numbers, and what semver.org allows behind them.
func validVersion(s string) bool {
	return semver.IsValid("v"+s) && semver.Canonical("v"+s)+semver.Build("v"+s) == "v"+s
}

// CompareVersions orders two versions of a dataset by age, as semver.org does:
// 1.10.0 is newer than 1.9.0, and than 1.10.0-draft.
func CompareVersions(a, b string) int { return semver.Compare("v"+a, "v"+b) }

// BOM is the byte order mark, which some programs write before UTF-8; it is no
// part of a text.
const BOM = "\ufeff"

// ParseDescriptor reads a datapackage.json; keys of others are left alone.
// Text that is not JSON of this shape is CodeInvalid.
func ParseDescriptor(text []byte) (Descriptor, error) {
	var d Descriptor
	if err := json.Unmarshal(bytes.TrimPrefix(text, []byte(BOM)), &d); err != nil {
		return d, kg.Errorf(kg.CodeInvalid, "%s is not a Data Package descriptor: %v", File, err).
			WithMend(`write a JSON object with "name", "title", "version" and "licenses"`)
	}
	return d, nil
}

// Bytes writes the descriptor.
func (d Descriptor) Bytes() ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(d); err != nil {
		return nil, fmt.Errorf("write %s: %w", File, err)
	}
	return b.Bytes(), nil
}
