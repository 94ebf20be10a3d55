using System.Text;

namespace Hotfix.Drill;

/// <summary>The commits that one hotfix went through.</summary>
/// <param name="PullRequest">Its number.</param>
/// <param name="Base">Tip of the base branch before.</param>
/// <param name="Head">The commit that was tested, reviewed and merged.</param>
/// <param name="Merge">The merge commit.</param>
/// <param name="Tag">The release tag at the merge commit.</param>
internal sealed record DrillChain(int PullRequest, string Base, string Head, string Merge, string Tag)
{
    /// <summary>One line for each link.</summary>
    public string Render() =>
        new StringBuilder()
            .Append("base    ")
            .Append(Base)
            .Append('\n')
            .Append("tested  ")
            .Append(Head)
            .Append("  reviewed as pull request #")
            .Append(PullRequest)
            .Append('\n')
            .Append("merge   ")
            .Append(Merge)
            .Append('\n')
            .Append("tag     ")
            .Append(Tag)
            .Append(" -> ")
            .Append(Merge)
            .Append('\n')
            .ToString();
}
