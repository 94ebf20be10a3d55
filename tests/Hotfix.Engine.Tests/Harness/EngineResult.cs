namespace Hotfix.Engine.Tests.Harness;

/// <param name="ExitCode">As <c>Execute</c> returns it: -1 is what a shell shows as 255.</param>
/// <param name="Output">Everything printed; the root folder is spelt <c>&lt;root&gt;</c>.</param>
internal sealed record EngineResult(int ExitCode, string Output)
{
    public string[] Lines => Output.Split('\n');

    /// <summary>Names in the summary table, each with its status and what stands behind it.</summary>
    public string[] Table =>
        [
            .. Lines
                .SkipWhile(line => !line.StartsWith("Target  ", StringComparison.Ordinal))
                .Skip(2)
                .TakeWhile(line => !line.StartsWith('─'))
                .Select(line =>
                    string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                        .Replace("< 1sec", string.Empty, StringComparison.Ordinal)
                        .Replace("  ", " ", StringComparison.Ordinal)
                        .TrimEnd()
                ),
        ];
}
