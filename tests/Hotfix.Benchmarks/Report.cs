using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Hotfix.Benchmarks;

/// <summary>The table: each row one command, with its ratio to the first of its group.</summary>
internal sealed class Report(BenchmarkOptions options)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };
    private readonly List<(string Group, Sample[] Samples)> _groups = [];
    private readonly List<(string Title, string[] Columns, string[][] Rows)> _tables = [];
    private readonly List<Finding> _findings = [];

    /// <summary>The first sample is what the others are compared with.</summary>
    public void Add(string group, params Sample[] samples) => _groups.Add((group, samples));

    /// <summary>Figures of another shape.</summary>
    public void AddTable(string title, string[] columns, string[][] rows) => _tables.Add((title, columns, rows));

    /// <summary>One figure with its limit.</summary>
    public void Expect(string what, double value, string unit, double? most = null, double? least = null) =>
        _findings.Add(new Finding(what, value, unit, most, least));

    public string ToMarkdown()
    {
        var text = new StringBuilder("| what | median s | ratio | peak MiB |\n|---|---:|---:|---:|\n");
        foreach ((string group, Sample[] samples) in _groups)
        {
            text.Append(CultureInfo.InvariantCulture, $"| **{group}** | | | |\n");
            foreach (Sample sample in samples)
            {
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"| {sample.Name} | {sample.Median:0.000} | {sample.Median / samples[0].Median:0.00} | {sample.PeakMiB?.ToString("0", CultureInfo.InvariantCulture) ?? "-"} |\n"
                );
            }
        }

        foreach ((string title, string[] columns, string[][] rows) in _tables)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n**{title}**\n\n| {string.Join(" | ", columns)} |\n|{string.Concat(columns.Select(_ => "---|"))}\n");
            text.AppendJoin("", rows.Select(row => $"| {string.Join(" | ", row)} |\n"));
        }

        text.Append("\n| figure | measured | wanted | |\n|---|---:|---:|---|\n");
        foreach (Finding finding in _findings)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {finding.What} | {finding.Value:0.00} {finding.Unit} | {finding.Wanted} | {(finding.IsMet ? "met" : "missed")} |\n"
            );
        }

        return text.Append(
                CultureInfo.InvariantCulture,
                $"\n{options.Repetitions} rounds in turns, medians; {RuntimeInformation.OSDescription}, {Environment.ProcessorCount} processors."
            )
            .ToString();
    }

    public void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "benchmark.md"), ToMarkdown() + "\n");
        var document = new
        {
            Schema = 1,
            System = RuntimeInformation.OSDescription,
            Environment.ProcessorCount,
            Groups = _groups.Select(group => new
            {
                Name = group.Group,
                Samples = group.Samples.Select(sample => new
                {
                    sample.Name,
                    sample.Median,
                    Ratio = sample.Median / group.Samples[0].Median,
                    sample.PeakMiB,
                    sample.Seconds,
                }),
            }),
            Tables = _tables.Select(table => new
            {
                table.Title,
                Rows = table.Rows.Select(row => table.Columns.Zip(row).ToDictionary(cell => cell.First, cell => cell.Second)),
            }),
            Figures = _findings,
        };
        File.WriteAllText(Path.Combine(folder, "benchmark.json"), JsonSerializer.Serialize(document, Indented) + "\n");
        Console.WriteLine($"\nWritten to {Path.Combine(folder, "benchmark.md")} and benchmark.json.");
    }
}
