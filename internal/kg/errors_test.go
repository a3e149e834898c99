package kg

import (
	"errors"
	"fmt"
	"testing"
)

func TestErrorHasTwoHalves(t *testing.T) {
	cause := errors.New("dial tcp: secret host")
	err := error(Errorf(CodeUnavailable, "the store does not answer").WithMend("try again in a minute").WithCause(cause))
	var e *Error
	if !errors.As(fmt.Errorf("reading: %w", err), &e) || e.Public() != "the store does not answer: try again in a minute" {
		t.Errorf("public: %v", e)
	}
	if !errors.Is(err, cause) || err.Error() != "the store does not answer: try again in a minute (dial tcp: secret host)" {
		t.Errorf("private: %v", err)
	}
}

func TestCodeOf(t *testing.T) {
	for want, err := range map[Code]error{
		"":           nil,
		CodeInternal: errors.New("anything"),
		CodeNotFound: fmt.Errorf("x: %w", Errorf(CodeNotFound, "no such id")),
	} {
		if got := CodeOf(err); got != want {
			t.Errorf("CodeOf(%v) = %q, want %q", err, got, want)
		}
	}
}

func TestCopiesOfErrorsAreIndependent(t *testing.T) {
	a := Errorf(CodeInvalid, "bad")
	b := a.WithMend("do this").WithCause(errors.New("why"))
	if a.Public() != "bad" || a.Unwrap() != nil || b.Public() != "bad: do this" {
		t.Error(a, b)
	}
}
