namespace Hotfix.GitHub.PullRequests;

/// <summary>Body of <c>PUT …/pulls/{number}/update-branch</c>.</summary>
internal sealed record UpdateBranchBody(string ExpectedHeadSha);
