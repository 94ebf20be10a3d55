namespace Hotfix.GitHub.Tests.Local;

/// <summary>Tests that measure this process: no other test runs beside them.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public static class Alone;
