namespace Hotfix.Core.Versions;

/// <summary>What GitVersion says of a commit.</summary>
/// <param name="MajorMinorPatch">The three numbers.</param>
/// <param name="SemVer">Its full answer, <c>1.4.3-2</c>.</param>
/// <param name="Source">One line: which program, and whether it saw a window or the whole history.</param>
internal sealed record CalculatedVersion(SemanticVersion MajorMinorPatch, string SemVer, string Source);
