package kg

import (
	"errors"
	"fmt"
)

// Code tells machines what kind of failure an Error is.
type Code string

// The error codes; an error of no known code counts as CodeInternal.
const (
	CodeInvalid     Code = "invalid"     // the caller's input is malformed or out of range
	CodeNotFound    Code = "not_found"   // an argument names an id that does not exist
	CodeConflict    Code = "conflict"    // the request clashes with the present state
	CodeTooCostly   Code = "too_costly"  // refused before work was spent
	CodeUnavailable Code = "unavailable" // the backend cannot answer now; trying again may help
	CodeInternal    Code = "internal"    // ours to mend; its text never reaches a client
)

// Error is a failure with a public half (Code, Message, Mend) and a private
// half (the wrapped cause), which is for logs only.
type Error struct {
	Code    Code
	Message string // what is wrong, naming the place; safe for clients
	Mend    string // how to mend it; may be empty
	cause   error
}

// Errorf returns an error of the given code whose public message is formatted
// like fmt.Sprintf.
func Errorf(code Code, format string, args ...any) *Error {
	return &Error{Code: code, Message: fmt.Sprintf(format, args...)}
}

// WithMend returns a copy of e that says how to mend it.
func (e *Error) WithMend(format string, args ...any) *Error {
	c := *e
	c.Mend = fmt.Sprintf(format, args...)
	return &c
}

// WithCause returns a copy of e that wraps a private cause.
func (e *Error) WithCause(cause error) *Error {
	c := *e
	c.cause = cause
	return &c
}

// Public returns the text that a client may read: the message and its mend.
func (e *Error) Public() string {
	if e.Mend == "" {
		return e.Message
	}
	return e.Message + ": " + e.Mend
}

// Error returns the public text, and the cause where there is one: for logs.
func (e *Error) Error() string {
	if e.cause == nil {
		return e.Public()
	}
	return e.Public() + " (" + e.cause.Error() + ")"
}

// Unwrap returns the private cause.
func (e *Error) Unwrap() error { return e.cause }

// CodeOf returns the code of the first *Error in err's chain, and CodeInternal
// where there is none. It returns "" for a nil error.
func CodeOf(err error) Code {
	if err == nil {
		return ""
	}
	var e *Error
	if errors.As(err, &e) {
		return e.Code
	}
	return CodeInternal
}
