using System.Globalization;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Plans;

/// <content>The steps about post-mortems.</content>
internal abstract partial record PlanStep
{
    /// <summary>Opens the one issue in which people work the hotfix up.</summary>
    /// <param name="Tag">The release that it is about.</param>
    /// <param name="Issue">The issue.</param>
    /// <param name="Due">The day, UTC, by which it is to be done.</param>
    public sealed record OpenPostMortem(ReleaseTag Tag, NewIssue Issue, DateOnly Due) : PlanStep
    {
        /// <inheritdoc/>
        public override string Describe() =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"open the issue '{Issue.Title}'{(Issue.Assignees.Count > 0 ? $" for {string.Join(", ", Issue.Assignees)}" : "")}, due {Due:yyyy-MM-dd}"
            );
    }

    /// <summary>Writes it into a new file of the work tree, for a person to commit.</summary>
    /// <param name="Path">Absolute path, where no file is.</param>
    /// <param name="Text">Markdown.</param>
    public sealed record WritePostMortem(string Path, string Text) : PlanStep
    {
        /// <inheritdoc/>
        public override string Describe() => $"write {Path}";
    }
}
