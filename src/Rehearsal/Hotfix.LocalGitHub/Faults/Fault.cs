using System.Text.RegularExpressions;

namespace Hotfix.LocalGitHub.Faults;

/// <summary>Misbehaviour for the next requests that match.</summary>
/// <param name="Kind">What goes wrong.</param>
public sealed record Fault(FaultKind Kind)
{
    /// <summary>HTTP method; <c>null</c> for any.</summary>
    public string? Method { get; init; }

    /// <summary>Path without <c>/api/v3</c> and query, in which <c>*</c> stands for anything: <c>/repos/*/pulls/*/merge</c>. Everything unless set.</summary>
    public string Path { get; init; } = "*";

    /// <summary>Login of whom it hits; <c>null</c> for everybody.</summary>
    public string? User { get; init; }

    /// <summary>Sleeps until a request of this method and path, <c>PUT /repos/*/merge</c>, has come in; <c>null</c> is awake at once.</summary>
    public string? After { get; init; }

    /// <summary>How many matching requests are hit; 1 unless set.</summary>
    public int Count { get; init; } = 1;

    /// <summary>How many matching requests pass unharmed first.</summary>
    public int Skip { get; init; }

    /// <summary>For <see cref="FaultKind.Status"/>; 500 unless set.</summary>
    public int Status { get; init; } = 500;

    /// <summary>For <see cref="FaultKind.Status"/>: what the answer says; <c>null</c> for GitHub's usual words.</summary>
    public string? Message { get; init; }

    /// <summary>Sent as <c>Retry-After</c> (or, for the primary limit, as the reset time); <c>null</c> leaves the header out where that is possible.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>For <see cref="FaultKind.Slow"/>.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(1);

    internal bool Matches(string method, string path, string? user) =>
        (User is null || User == user) && (Method is null || Method.Equals(method, StringComparison.OrdinalIgnoreCase)) && IsLike(path, Path);

    internal bool IsWokenBy(string method, string path) => After is not null && IsLike($"{method} {path}", After);

    private static bool IsLike(string text, string pattern) =>
        Regex.IsMatch(text, "^" + Regex.Escape(pattern).Replace(@"\*", ".*", StringComparison.Ordinal) + "$", RegexOptions.CultureInvariant);
}
