using Xunit;

// Most tests wait for Redis, for leases and for other processes: they keep no core busy
[assembly: CollectionBehavior(MaxParallelThreads = 4)]
