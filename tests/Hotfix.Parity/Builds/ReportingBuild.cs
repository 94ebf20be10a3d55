namespace Hotfix.Parity.Builds;

/// <summary>A build that writes what both engines must agree on to a file: no wording, no layout.</summary>
internal abstract class ReportingBuild : EngineBuild
{
    /// <summary>Names the file.</summary>
    public const string Variable = "PARITY_REPORT";

    /// <summary>One line, at once: a build that fails later has said it all the same.</summary>
    protected static void Report(string line) => File.AppendAllText(Environment.GetEnvironmentVariable(Variable)!, line + "\n");

    protected override void OnBuildFinished()
    {
        foreach (ExecutableTarget target in ExecutionPlan)
        {
            string[] reasons = [.. new[] { target.OnlyWhen is null ? null : $"only when {target.OnlyWhen}", target.Skipped }.OfType<string>()];
            Report(
                $"{target.Name} {target.Status}{(reasons.Length > 0 ? ": " + string.Join("; ", reasons) : "")}{string.Concat(target.SummaryInformation.Select(pair => $" [{pair.Key}: {pair.Value}]"))}"
            );
        }
    }
}
