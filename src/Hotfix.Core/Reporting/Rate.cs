namespace Hotfix.Core.Reporting;

/// <summary>A share of deployments.</summary>
/// <param name="Part">Those that it is about.</param>
/// <param name="Whole">All of them; 1 or more.</param>
internal sealed record Rate(int Part, int Whole)
{
    /// <summary>Between 0 and 1.</summary>
    public double Value => (double)Part / Whole;

    /// <summary>Whether chance rules it.</summary>
    public bool IsSmall => Whole < Distribution.Enough;

    /// <summary><c>null</c> when there is nothing that it could be a share of.</summary>
    public static Rate? Of(int part, int whole) => whole == 0 ? null : new Rate(part, whole);
}
