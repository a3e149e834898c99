package storetest

import "citygraph/internal/store"

var orders = []store.By{store.ByID, store.ByName, store.ByDate, store.ByDegree}
