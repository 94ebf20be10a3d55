namespace Hotfix.Drill.Against;

/// <summary>A server that the lane is walked on, by one user.</summary>
/// <param name="Name">For people: <c>here</c> or <c>there</c>.</param>
/// <param name="Api">REST, with a slash at the end.</param>
/// <param name="GraphQL">GraphQL.</param>
/// <param name="Web">For git, with a slash at the end.</param>
/// <param name="FullName"><c>owner/name</c>.</param>
/// <param name="Token">Of the one user.</param>
internal sealed record Place(string Name, Uri Api, Uri GraphQL, Uri Web, string FullName, string Token)
{
    /// <summary>For git.</summary>
    public string CloneAddress => $"{Web}{FullName}.git";

    /// <summary>The other server, by the variables that GitHub's own runners set; github.com without them.</summary>
    /// <exception cref="Core.Errors.HotfixException">HF4380 without a token or with a name that is none.</exception>
    public static Place There(string fullName, Func<string, string?> environment)
    {
        string token = environment("GITHUB_TOKEN") ?? environment("GH_TOKEN") ?? "";
        if (token.Length == 0 || fullName.Split('/') is not [{ Length: > 0 }, { Length: > 0 }])
            throw DrillFailure.NoOtherServer(fullName, hasToken: token.Length > 0);

        Uri api = Slashed(environment("GITHUB_API_URL") ?? "https://api.github.com");
        Uri graphQL = new(environment("GITHUB_GRAPHQL_URL") ?? $"{api}graphql");
        return new Place("there", api, graphQL, Slashed(environment("GITHUB_SERVER_URL") ?? "https://github.com"), fullName, token);
    }

    private static Uri Slashed(string address) => new(address.TrimEnd('/') + "/");
}
