using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Plans;

internal abstract partial record PlanStep
{
    /// <summary>Writes one file of a repository.</summary>
    /// <param name="Path">From the repository's root, with forward slashes.</param>
    /// <param name="Text">The whole content, with <c>\n</c>.</param>
    /// <param name="ExpectedText">What it must hold now; <c>null</c> when it must not exist.</param>
    /// <param name="IsExecutable">Whether it is started as a program.</param>
    public sealed record WriteFile(string Path, string Text, string? ExpectedText, bool IsExecutable) : PlanStep
    {
        /// <inheritdoc/>
        public override string Describe() => $"{(ExpectedText is null ? "write" : "change")} {Path}";
    }

    /// <summary>Takes away one file that was written, and that nobody has changed.</summary>
    /// <param name="Path">From the repository's root, with forward slashes.</param>
    public sealed record RemoveFile(string Path) : PlanStep
    {
        /// <inheritdoc/>
        public override string Describe() => $"remove {Path}";
    }

    /// <summary>Makes an environment at GitHub that is not there yet.</summary>
    public sealed record MakeEnvironment(string Name) : PlanStep
    {
        /// <summary>Which branches and tags may deploy there; <c>null</c> for all.</summary>
        public DeploymentBranchPolicy? BranchPolicy { get; init; }

        /// <inheritdoc/>
        public override string Describe() => $"make the environment {Name}";
    }
}
