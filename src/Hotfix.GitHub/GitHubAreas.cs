using Hotfix.GitHub.Checks;
using Hotfix.GitHub.Http;
using Hotfix.GitHub.PullRequests;
using Hotfix.GitHub.Releases;
using Hotfix.GitHub.Repositories;
using Hotfix.GitHub.Rules;
using Hotfix.GitHub.Trust;

namespace Hotfix.GitHub;

/// <summary>What can be asked of one repository and changed in it, by areas of the API. The connection stays the caller's.</summary>
internal sealed class GitHubAreas(GitHubConnection connection)
{
    private readonly GitHubApi _api = new(connection);

    internal Authors Authors => connection.Authors;

    internal RepositoryCalls Repositories => field ??= new RepositoryCalls(_api);

    internal BranchHistory Branches => field ??= new BranchHistory(_api);

    internal RuleCalls Rules => field ??= new RuleCalls(_api);

    internal CheckCalls Checks => field ??= new CheckCalls(_api);

    internal HurdleCalls Hurdles => field ??= new HurdleCalls(_api);

    internal CheckSuites CheckSuites => field ??= new CheckSuites(_api);

    internal FailureLog Failures => field ??= new FailureLog(_api);

    internal PullRequestCalls PullRequests => field ??= new PullRequestCalls(_api);

    internal PullRequestOpening Opening => field ??= new PullRequestOpening(_api, PullRequests);

    internal PullRequestText Body => field ??= new PullRequestText(_api);

    internal PullRequestExtras Extras => field ??= new PullRequestExtras(_api);

    internal PullRequestClosing Closing => field ??= new PullRequestClosing(connection);

    internal Reviews Reviews => field ??= new Reviews(_api);

    internal MergeDetails MergeDetails => field ??= new MergeDetails(_api);

    internal PullRequestMerging Merging => field ??= new PullRequestMerging(_api);

    internal BranchUpdating Updating => field ??= new BranchUpdating(_api);

    internal AutoMerging AutoMerging => field ??= new AutoMerging(_api);

    internal MergeQueue Queue => field ??= new MergeQueue(_api);

    internal ReleaseCalls Releases => field ??= new ReleaseCalls(_api);

    internal ReleaseDrafting Drafting => field ??= new ReleaseDrafting(_api);

    internal ReleaseAssets Assets => field ??= new ReleaseAssets(_api);

    internal ReleasePublishing Publishing => field ??= new ReleasePublishing(_api, Releases, () => Drafting.Created);
}
