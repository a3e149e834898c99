package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
)

// counts is how many tests ended how.
type counts struct {
	Passed  int `json:"passed"`
	Failed  int `json:"failed"`
	Skipped int `json:"skipped"`
}

// String is the closing line of a run.
func (c counts) String() string {
	line := fmt.Sprintf("%d passed, %d failed", c.Passed, c.Failed)
	if c.Skipped > 0 {
		line += fmt.Sprintf(", %d skipped", c.Skipped)
	}
	return line
}

func (c counts) write(file string) error {
	text, err := json.Marshal(c)
	if err != nil {
		return err
	}
	return os.WriteFile(file, append(text, '\n'), 0o644)
}

// sum adds up every file of counts in folder. None at all is an error: a run that
// counted nothing must not look like one in which nothing failed.
func sum(folder string) (counts, error) {
	files, err := filepath.Glob(filepath.Join(folder, "*.count"))
	if err != nil {
		return counts{}, err
	}
	if len(files) == 0 {
		return counts{}, fmt.Errorf("no *.count files in %s: nothing ran", folder)
	}
	var total counts
	for _, file := range files {
		var c counts
		if err := readJSON(file, &c); err != nil {
			return counts{}, err
		}
		total.Passed += c.Passed
		total.Failed += c.Failed
		total.Skipped += c.Skipped
	}
	return total, nil
}

func readJSON(file string, into any) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(text, into); err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	return nil
}
