package main

import "fmt"

// countVitest reads vitest's "json" report.
func countVitest(file string) (counts, error) {
	var report struct {
		NumPassedTests  int
		NumFailedTests  int
		NumPendingTests int
		NumTodoTests    int
		Success         bool
	}
	if err := readJSON(file, &report); err != nil {
		return counts{}, err
	}
	c := counts{report.NumPassedTests, report.NumFailedTests, report.NumPendingTests + report.NumTodoTests}
	return c.checked(report.Success), nil
}

// countPlaywright reads Playwright's "json" report; a test that passed only when tried
// again counts as failed.
func countPlaywright(file string) (counts, error) {
	var report struct {
		Stats struct {
			Expected   int
			Unexpected int
			Flaky      int
			Skipped    int
		}
		Errors []any
	}
	if err := readJSON(file, &report); err != nil {
		return counts{}, err
	}
	s := report.Stats
	c := counts{s.Expected, s.Unexpected + s.Flaky, s.Skipped}
	return c.checked(len(report.Errors) == 0 && c.Failed == 0), nil
}

// checked makes sure that a run which did not succeed, or ran no test, counts as failed:
// a setup that breaks fails no single test.
func (c counts) checked(success bool) counts {
	if c.Failed == 0 && (!success || c == counts{}) {
		fmt.Println("the run failed outside its tests, or ran none")
		c.Failed = 1
	}
	return c
}
