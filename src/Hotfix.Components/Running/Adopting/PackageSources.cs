using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Hotfix.Components.Testing;

namespace Hotfix.Components.Running.Adopting;

/// <summary>The package sources that a restore in a folder asks, by name.</summary>
internal static partial class PackageSources
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>The one that every SDK has, and those that <c>dotnet nuget list source</c> tells of; that one alone when it tells nothing.</summary>
    public static async Task<IReadOnlyList<string>> ListAsync(string directory, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet", ["nuget", "list", "source"])
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        ChildEnvironment.Clean(start.Environment);
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            using Process process = Process.Start(start)!;
            Task<string> errors = process.StandardError.ReadToEndAsync(patience.Token);
            string output = await process.StandardOutput.ReadToEndAsync(patience.Token);
            await errors;
            await process.WaitForExitAsync(patience.Token);
            return Parse(process.ExitCode == 0 ? output : "");
        }
        catch (Exception e) when (e is Win32Exception || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return Parse("");
        }
    }

    /// <summary>The enabled ones; our own is not one of the others.</summary>
    internal static IReadOnlyList<string> Parse(string output) =>
        [
            .. Enabled()
                .Matches(output)
                .Select(match => match.Groups["name"].Value)
                .Prepend("nuget.org")
                .Where(name => name != "hotfix")
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];

    [GeneratedRegex(@"^\s*\d+\.\s+(?<name>.+?) \[Enabled\]\s*$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Enabled();
}
