using Hotfix.Core.Errors;
using Hotfix.Core.Reporting;
using Hotfix.Core.Text;

namespace Hotfix.Reports;

/// <summary>The three files of a report, in one folder.</summary>
/// <param name="folder">Absolute; made when it is not there, with a <c>.gitignore</c> in it.</param>
internal sealed class ReportFiles(string folder)
{
    /// <summary>The page first.</summary>
    public IReadOnlyList<string> Paths { get; } =
    [Path.Combine(folder, "report.html"), Path.Combine(folder, "report.json"), Path.Combine(folder, "report.csv")];

    /// <summary>Writes all of them, each as a whole or not at all; again is safe.</summary>
    /// <param name="report">What stands in them.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <exception cref="HotfixException">HF4290 when the folder or a file cannot be written.</exception>
    public async Task WriteAsync(DeliveryReport report, CancellationToken cancellationToken)
    {
        string[] texts = [ReportPage.Compose(report), ReportJson.Compose(report), ReportCsv.Compose(report)];
        try
        {
            if (!Directory.Exists(folder))
            {
                // A folder of our own is not to make the work tree dirty, which the next hotfix would be refused for.
                Directory.CreateDirectory(folder);
                await File.WriteAllTextAsync(Path.Combine(folder, ".gitignore"), "*\n", cancellationToken);
            }

            foreach ((string path, string text) in Paths.Zip(texts))
            {
                await File.WriteAllTextAsync($"{path}.new", SecretMask.Mask(text), cancellationToken);
                File.Move($"{path}.new", path, overwrite: true);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new HotfixException(
                "HF4290",
                what: $"The report cannot be written to {folder}; nothing on GitHub was changed.",
                why: e.Message,
                next: "Give yourself the right to write there, or another folder: ./build.sh Report --report-folder <folder>",
                innerException: e
            );
        }
    }
}
