package analysis

import (
	"context"
	"runtime"
	"sync"
)

// partition is the number of blocks that work is cut into. It is fixed, and what
// blocks find is put together in their order, so that sums of floats come out the
// same however many goroutines share the blocks.
const partition = 64

// inBlocks cuts 0 … n-1 into blocks and calls work for each of them, by as many
// goroutines as there are processors. It returns ctx's error if that is done
// before the end; work must look for itself within a block.
func inBlocks(ctx context.Context, n int, work func(block, from, to int)) error {
	next := make(chan int, partition)
	for block := range partition {
		next <- block
	}
	close(next)
	var wg sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), partition) {
		wg.Go(func() {
			for block := range next {
				if ctx.Err() == nil {
					work(block, block*n/partition, (block+1)*n/partition)
				}
			}
		})
	}
	wg.Wait()
	return ctx.Err()
}
