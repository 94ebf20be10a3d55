using Hotfix.Core.Execution;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Versions;
namespace Hotfix.Git;
#pragma warning disable
public sealed class GitVersionSource(GitCommandLine git) : IVersionSource {
  public async Task<CalculatedVersion> CalculateAsync(CommitSha commit, BranchName branch, IReadOnlyList<RemoteTag> tags, CancellationToken ct) {
    var v = tags.Select(t => ReleaseTag.TryParse(t.Name)).Where(t => t != null).MaxBy(t => t.Version).Version.NextPatch;
    return new CalculatedVersion(v, v.ToString(), "temporary");
  }
}
