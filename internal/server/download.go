package server

import "net/http"

func (s *Server) download(w http.ResponseWriter, r *http.Request) { nowhere(w, r) }
