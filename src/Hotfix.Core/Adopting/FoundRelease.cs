using Hotfix.Core.Conventions;
using Hotfix.Core.Requests;

namespace Hotfix.Core.Adopting;

/// <summary>How a repository releases already, as its workflows tell.</summary>
/// <param name="File"><c>release.yml</c>.</param>
/// <param name="Strategy">What fits it.</param>
/// <param name="Reason">Evidence, for people.</param>
internal sealed record FoundRelease(string File, ReleaseStrategy Strategy, string Reason)
{
    /// <summary>Inputs of its own that can be filled in, by name.</summary>
    public IReadOnlyDictionary<string, string> Inputs { get; init; } = new Dictionary<string, string>();

    /// <summary>Inputs that it demands, and nobody can fill in.</summary>
    public IReadOnlyList<string> Unknown { get; init; } = [];

    /// <summary>The workflow that releases; <c>null</c> when none is known to. Ours are not asked.</summary>
    /// <param name="files">The team's, ours left out.</param>
    public static FoundRelease? In(IEnumerable<TeamWorkflow> files) =>
        files
            .OrderBy(file => file.File, StringComparer.Ordinal)
            .Select(Of)
            .OfType<FoundRelease>()
            .OrderBy(found =>
                found.Strategy switch
                {
                    ReleaseStrategy.ReleasePlease => 0,
                    ReleaseStrategy.AwaitTag => 1,
                    ReleaseStrategy.Dispatch => 2,
                    _ => 3,
                }
            )
            .FirstOrDefault();

    private static FoundRelease? Of(TeamWorkflow file)
    {
        switch (ReleaseNumbering.OfWorkflow(file.Text))
        {
            case ReleaseNumbering.ReleasePlease:
                return new FoundRelease(file.File, ReleaseStrategy.ReleasePlease, "it runs release-please");
            case ReleaseNumbering.SemanticRelease:
                return new FoundRelease(file.File, ReleaseStrategy.AwaitTag, "it runs semantic-release, which sets the tag");
        }

        if (!Names(file.File))
            return null;
        if (file.Dispatch is not { } inputs)
            return !file.HasTags ? null : new FoundRelease(file.File, ReleaseStrategy.Publish, "release tags start it");

        return new FoundRelease(
            file.File,
            file.HasTags ? ReleaseStrategy.Publish : ReleaseStrategy.Dispatch,
            file.HasTags ? "release tags start it" : "it is started by hand"
        )
        {
            Inputs = StartedWorkflow.Usual(inputs.Keys),
            Unknown = StartedWorkflow.Unusual(inputs),
        };
    }

    private static bool Names(string file) =>
        file.Contains("release", StringComparison.OrdinalIgnoreCase) || file.StartsWith("publish", StringComparison.OrdinalIgnoreCase);
}
