using System.Globalization;

namespace Hotfix.Core.Reporting;

/// <summary>Figures for people; none more exact than it is.</summary>
internal static class FigureText
{
    /// <summary>What stands for something that is not known.</summary>
    public const string Unknown = "unknown";

    /// <summary><c>2 h 10 min</c>, the median.</summary>
    public static string Median(Distribution? distribution) => distribution is null ? Unknown : ReportDuration.Of(distribution.Median);

    /// <summary><c>nine in ten within 1 d 2 h, of 42</c>; <c>of 3, a small sample</c>.</summary>
    public static string Spread(Distribution? distribution) =>
        distribution switch
        {
            null => "no hotfix of which it is known",
            { P90: { } p90 } => string.Create(CultureInfo.InvariantCulture, $"nine in ten within {ReportDuration.Of(p90)}, of {distribution.Count}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"of {distribution.Count}, a small sample"),
        };

    /// <summary><c>12 %</c>; below ten deployments only the counts are honest, <c>2 of 7</c>.</summary>
    public static string Share(Rate? rate) =>
        rate switch
        {
            null => Unknown,
            { IsSmall: true } => string.Create(CultureInfo.InvariantCulture, $"{rate.Part} of {rate.Whole}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(rate.Value * 100):0} %"),
        };

    /// <summary><c>5 of 42 deployments</c>.</summary>
    public static string Basis(Rate? rate) =>
        rate switch
        {
            null => "no deployment in this period",
            { IsSmall: true } => "deployments, a small sample",
            _ => string.Create(CultureInfo.InvariantCulture, $"{rate.Part} of {rate.Whole} deployments"),
        };

    /// <summary>The figures, a line each, for a terminal: name, value, and what it rests on.</summary>
    public static IReadOnlyList<(string Name, string Value, string Basis)> Of(DeliveryFigures figures) =>
        [
            ("time to restore", Median(figures.TimeToRestore), Spread(figures.TimeToRestore)),
            ("lead time", Median(figures.LeadTime), Spread(figures.LeadTime)),
            ("waiting for review", Median(figures.WaitingForReview), Spread(figures.WaitingForReview)),
            ("waiting for checks", Median(figures.WaitingForChecks), Spread(figures.WaitingForChecks)),
            ("waiting for deployment", Median(figures.WaitingForDeployment), Spread(figures.WaitingForDeployment)),
            ("change failure rate", Share(figures.ChangeFailureRate), Basis(figures.ChangeFailureRate)),
            ("deployment rework rate", Share(figures.ReworkRate), Basis(figures.ReworkRate)),
        ];
}
