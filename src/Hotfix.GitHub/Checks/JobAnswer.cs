namespace Hotfix.GitHub.Checks;

/// <summary>The fields of an Actions job that are read here.</summary>
internal sealed record JobAnswer(long Id)
{
    public IReadOnlyList<StepAnswer>? Steps { get; init; }

    internal sealed record StepAnswer(string Name, int Number)
    {
        public string? Conclusion { get; init; }

        public DateTimeOffset? StartedAt { get; init; }

        public DateTimeOffset? CompletedAt { get; init; }
    }
}
