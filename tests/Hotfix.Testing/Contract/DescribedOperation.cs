using System.Text.RegularExpressions;

namespace Hotfix.Testing.Contract;

/// <summary>One operation of GitHub's REST description.</summary>
/// <param name="Id"><c>pulls/merge</c> and the like.</param>
/// <param name="Method">Upper case.</param>
/// <param name="Template">Path as the description spells it.</param>
/// <param name="Pattern">Matches a request's path; parameters that may hold slashes do.</param>
internal sealed record DescribedOperation(string Id, string Method, string Template, Regex Pattern)
{
    /// <summary>Of several that match, the one with the most fixed text is meant: <c>/releases/latest</c>, not <c>/releases/{release_id}</c>.</summary>
    public int FixedLength { get; } = Regex.Replace(Template, @"\{\w+\}", "").Length;
}
