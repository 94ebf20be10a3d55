using System.Text.RegularExpressions;
using Hotfix.Core.Refs;

namespace Hotfix.Git.Versions;

/// <summary>What GitVersion is told that the base branch is called.</summary>
internal static partial class BaseBranch
{
    private static readonly BranchName Main = BranchName.Parse("main");

    /// <summary>
    /// <c>main</c>, whatever the team calls the branch that it releases from: GitVersion's own configuration knows no trunk, and takes
    /// <c>release/current</c> for something else. Its own name where the configuration of the team has a branch for it, or another idea of main.
    /// </summary>
    public static BranchName NameFor(BranchName branch, VersionConfiguration configuration)
    {
        string text = configuration.Text ?? "";
        bool isMain = branch.Value is "main" or "master";
        return isMain || MainSection().IsMatch(text) || IsKnown(branch, configuration) ? branch : Main;
    }

    /// <summary>Whether the configuration has an expression that fits the branch.</summary>
    public static bool IsKnown(BranchName branch, VersionConfiguration configuration) =>
        Expressions().Matches(configuration.Text ?? "").Any(match => Fits(match.Groups["value"].Value, branch.Value));

    private static bool Fits(string expression, string name)
    {
        try
        {
            return Regex.IsMatch(name, expression, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        }
        catch (Exception e) when (e is ArgumentException or RegexMatchTimeoutException)
        {
            return false;
        }
    }

    [GeneratedRegex(
        @"^\s+(regex|['""]regex['""]):[ \t]*(?<quote>['""]?)(?<value>.+?)\k<quote>[ \t]*(\s#.*)?\r?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline
    )]
    private static partial Regex Expressions();

    // 'main' with an expression of its own no longer means main.
    [GeneratedRegex(
        @"^(?<indent>[ \t]+)['""]?main['""]?:[ \t]*\r?\n(\k<indent>[ \t]+.*\n)*?\k<indent>[ \t]+['""]?regex['""]?:",
        RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex MainSection();
}
