using Hotfix.Drill.Output;
using Hotfix.Drill.Testing;

namespace Hotfix.Drill.Players;

/// <summary>One commit that CI built.</summary>
/// <param name="Sha">The commit.</param>
/// <param name="Run">What came of it.</param>
/// <param name="Started">When CI came to know of the commit.</param>
/// <param name="Reported">When the server had the result.</param>
internal sealed record CiBuild(string Sha, TestRun Run, Moment Started, Moment Reported);
