using System.Text;
using Hotfix.Core.Text;

namespace Hotfix.Components.Output.Summaries;

/// <summary>The file that <c>GITHUB_STEP_SUMMARY</c> names: a job's page shows its Markdown.</summary>
internal static class JobSummaryFile
{
    /// <summary>Bytes of one step's summary; GitHub drops all of it when it is larger.</summary>
    public const int MaxBytes = 1024 * 1024;

    /// <summary>Appends the summary of a run. A summary that cannot be written is no reason to fail.</summary>
    /// <returns>Why it was not written; <c>null</c> when it was.</returns>
    public static string? Append(string path, RunEnd end)
    {
        try
        {
            long present = File.Exists(path) ? new FileInfo(path).Length : 0;
            string text = SecretMask.Mask(JobSummary.Compose(end, (int)Math.Max(MaxBytes - present - 1, 0)));
            if (text.Length == 0)
                return "the step's summary has no room for it";

            File.AppendAllText(path, $"{text}\n", new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return e.Message;
        }
    }
}
