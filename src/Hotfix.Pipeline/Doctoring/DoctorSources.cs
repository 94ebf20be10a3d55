using System.Globalization;
using Hotfix.Core.Errors;
using Hotfix.Core.Execution;
using Hotfix.Git;
using Hotfix.Pipeline.Lanes;
using Hotfix.Pipeline.Releasing;
using Hotfix.Pipeline.Runs;

namespace Hotfix.Pipeline.Doctoring;

/// <summary>Everything that is asked.</summary>
/// <param name="CommandLine">Says git's version.</param>
/// <param name="Git">Reads the clone and its remote.</param>
/// <param name="GitHub"><c>null</c> when it cannot be asked.</param>
/// <param name="NoGitHub">Why not; <c>null</c> when it can.</param>
internal sealed record DoctorSources(GitCommandLine CommandLine, GitReader Git, DoctorGitHub? GitHub, Refusal? NoGitHub)
{
    /// <summary>Calculates versions; <c>null</c> where nobody asks for one.</summary>
    public IVersionSource? Versions { get; init; }

    public static DoctorSources Of(Services services) =>
        new(
            services.CommandLine,
            services.GitReader,
            services.GitHub is { } reader
                ? new DoctorGitHub(
                    services.Preflight,
                    reader,
                    services.Environments,
                    services.Workflows,
                    ReleaseGateLook.Of(services),
                    new ProductionLook(services.Deployments, services.Variables, services.Workflows),
                    services.Issues
                )
                : null,
            services.NoGitHub?.Refusal
        )
        {
            Versions = services.Versions,
        };

    public Task<string> ReadGitVersionAsync(CancellationToken cancellationToken) => CommandLine.ReadAsync(["--version"], cancellationToken);

    /// <summary>How many objects are packed in a clone that has no commit-graph (git-commit-graph(1)); 0 when it has one.</summary>
    public async Task<long> CountWithoutGraphAsync(CancellationToken cancellationToken)
    {
        string info = (await CommandLine.ReadAsync(["rev-parse", "--path-format=absolute", "--git-path", "objects/info"], cancellationToken)).TrimEnd('\n');
        if (File.Exists(Path.Combine(info, "commit-graph")) || Directory.Exists(Path.Combine(info, "commit-graphs")))
            return 0;

        string[] counts = (await CommandLine.ReadAsync(["count-objects", "--verbose"], cancellationToken)).Split('\n');
        return
            counts.FirstOrDefault(line => line.StartsWith("in-pack: ", StringComparison.Ordinal)) is { } line
            && long.TryParse(line["in-pack: ".Length..], NumberStyles.None, CultureInfo.InvariantCulture, out long count)
            ? count
            : 0;
    }

    public static async Task<string> AskHealthAsync(Uri address, CancellationToken cancellationToken)
    {
        using var probe = new HealthProbe();
        return await probe.AskAsync(address, cancellationToken);
    }
}
