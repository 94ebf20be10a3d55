using Hotfix.LocalGitHub;

namespace Hotfix.Drill.Output;

/// <summary>What the targets asked of the server in one stage.</summary>
/// <param name="Rest">REST and GraphQL requests.</param>
/// <param name="NotModified">Those of them that were answered 304.</param>
/// <param name="Git">git's requests over HTTP.</param>
/// <param name="Writes">Requests that may have changed something.</param>
internal sealed record Traffic(int Rest, int NotModified, int Git, IReadOnlyList<RecordedRequest> Writes)
{
    public static Traffic Of(IEnumerable<RecordedRequest> requests)
    {
        RecordedRequest[] all = [.. requests];
        RecordedRequest[] git = [.. all.Where(IsGit)];
        return new Traffic(all.Length - git.Length, all.Count(request => request.NotModified), git.Length, [.. all.Where(IsWrite)]);
    }

    private static bool IsGit(RecordedRequest request) => request.Path.Contains(".git/", StringComparison.Ordinal);

    /// <summary>Fetching is a POST too (git-upload-pack), and so is every GraphQL query; the targets' queries change nothing.</summary>
    public static bool IsWrite(RecordedRequest request) =>
        IsGit(request)
            ? request.Method == "POST" && request.Path.Contains("git-receive-pack", StringComparison.Ordinal)
            : request.Method is not ("GET" or "HEAD") && !request.Path.EndsWith("/graphql", StringComparison.Ordinal);
}
