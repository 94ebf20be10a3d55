using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Requests;

/// <summary>What <c>--test-evidence</c> names: tests that were run where no credential was.</summary>
/// <param name="File">As given, for messages.</param>
/// <param name="Evidence">What the file says; <c>null</c> when there is no such file, since nothing had to be tested, or nothing was.</param>
internal sealed record GivenEvidence(string File, TestEvidence? Evidence);
