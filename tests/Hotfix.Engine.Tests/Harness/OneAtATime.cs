// The engine's static members (root directory, host, log) belong to one run per process, as NUKE's do.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
