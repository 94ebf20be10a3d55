using System.Globalization;

namespace Hotfix.Benchmarks;

/// <summary>A figure that somebody was promised.</summary>
internal sealed record Finding(string What, double Value, string Unit, double? Most, double? Least)
{
    public bool IsMet => (Most is null || Value <= Most) && (Least is null || Value >= Least);

    public string Wanted =>
        Most is { } most ? string.Create(CultureInfo.InvariantCulture, $"at most {most:0.00}")
        : Least is { } least ? string.Create(CultureInfo.InvariantCulture, $"at least {least:0.0}")
        : "-";
}
