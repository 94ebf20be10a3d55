namespace Hotfix.Core.Snapshots;

/// <summary>An open issue that stands for a fix, and whether the fix has arrived all the same.</summary>
/// <param name="Issue">The issue.</param>
/// <param name="State">As git proves it; <c>null</c> when it cannot be known: the issue's mark is gone or not ours, or the tag that it names is.</param>
internal sealed record DebtFound(Issue Issue, ForwardPortState? State)
{
    /// <summary>Whether a release would take the fix out, as far as is known.</summary>
    public bool IsOwed => State is null or ForwardPortState.Open;

    /// <summary>One line for each thing that was found.</summary>
    public IReadOnlyList<string> Evidence =>
        State switch
        {
            ForwardPortState.Proven proven => proven.Evidence,
            ForwardPortState.Open open => open.Evidence,
            ForwardPortState.NotNeeded { Decision: var decision } => [decision],
            _ => ["which release it is about cannot be told: its mark is gone or not ours, or the tag that it names is"],
        };
}
