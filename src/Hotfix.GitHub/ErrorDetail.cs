namespace Hotfix.GitHub;

/// <summary>One of the reasons of a 422.</summary>
internal sealed record ErrorDetail
{
    public string? Resource { get; init; }

    public string? Field { get; init; }

    /// <summary><c>missing</c>, <c>missing_field</c>, <c>invalid</c>, <c>already_exists</c>, <c>unprocessable</c> or <c>custom</c>.</summary>
    public string? Code { get; init; }

    public string? Message { get; init; }

    /// <summary>One line for people.</summary>
    public string Describe() => Message ?? string.Join(' ', new[] { Resource, Field, Code }.Where(part => !string.IsNullOrEmpty(part)));
}
