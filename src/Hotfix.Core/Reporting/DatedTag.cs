using Hotfix.Core.Refs;

namespace Hotfix.Core.Reporting;

/// <summary>A release tag of the remote.</summary>
/// <param name="Tag">Its name.</param>
/// <param name="Commit">The released commit.</param>
/// <param name="At">When it was made; <c>null</c> for a bare tag, which does not say.</param>
/// <param name="Message">What it says; empty for a bare tag.</param>
internal sealed record DatedTag(ReleaseTag Tag, CommitSha Commit, DateTimeOffset? At, string Message);
