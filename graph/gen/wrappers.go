package main

func wrappers() []byte { return []byte("package model\n") }
