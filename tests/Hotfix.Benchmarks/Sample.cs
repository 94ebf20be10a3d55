namespace Hotfix.Benchmarks;

/// <summary>One command's figures.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Seconds">Wall time of each repetition.</param>
/// <param name="PeakMiB">Most memory that one process of the command had at a time; <c>null</c> where the system does not tell.</param>
internal sealed record Sample(string Name, IReadOnlyList<double> Seconds, double? PeakMiB)
{
    public double Median
    {
        get
        {
            double[] sorted = [.. Seconds.Order()];
            return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
        }
    }
}
