namespace Hotfix.GitHub.Commits;

/// <summary>Body of <c>POST …/git/blobs</c>.</summary>
internal sealed record NewBlobBody(string Content, string Encoding);

/// <summary>Body of <c>POST …/git/commits</c>, without an author and a committer: only then does GitHub sign.</summary>
internal sealed record NewCommitBody(string Message, string Tree, IReadOnlyList<string> Parents);
