namespace Hotfix.GitHub;

/// <summary>An answer that only says that it was taken on.</summary>
internal sealed record MessageAnswer
{
    public string? Message { get; init; }
}
