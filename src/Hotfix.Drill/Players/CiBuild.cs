using Hotfix.Drill.Testing;

namespace Hotfix.Drill.Players;

/// <summary>One commit that CI built.</summary>
/// <param name="Sha">The commit.</param>
/// <param name="Run">What came of it.</param>
/// <param name="Reported">When the server had the result.</param>
internal sealed record CiBuild(string Sha, TestRun Run, DateTimeOffset Reported);
