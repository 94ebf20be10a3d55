using Hotfix.Core.Deploying;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Text;
using Hotfix.Pipeline.Deploying;
using Serilog;

namespace Hotfix.Components.Running.Deploying;

/// <summary>One run of <c>DescribeRelease</c>.</summary>
internal sealed class DescribeReleaseRun(IDescribeRelease build)
{
    private readonly HotfixRun _run = build.Run;

    public async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        DeployRequest request = DeployRequests.Parse(build);
        DeployLooked looked = await DeployLooks.FindAsync(_run, request, cancellationToken);
        DeployableRelease release = looked.Release;
        if (release.NotContained is { } why)
            throw _run.Refuse(why);

        request = DeployRequests.Parse(build);
        IReadOnlyList<(string Name, string Value)> outputs =
        [
            ("tag", release.Tag.Name),
            ("sha", release.Commit.Value),
            ("version", release.Tag.Version.ToString()),
            ("lane", release.Lane.ToString().ToLowerInvariant()),
            ("staging", release.Lane == Lane.Exceptional ? request.StagingEnvironment : ""),
            ("production", _run.Request.Production.Environment),
        ];
        foreach ((string name, string value) in outputs)
            Log.Information("{Name,-10:l} {Value:l}", name, value.Length > 0 ? value : "(none)");

        if (Environment.GetEnvironmentVariable("GITHUB_OUTPUT") is { Length: > 0 } file)
            await File.AppendAllTextAsync(file, SecretMask.Mask(WorkflowOutputs.Format(outputs)), cancellationToken);

        _run.Record.Conclusion = $"Release: {release}, {release.Lane.ToString().ToLowerInvariant()} lane";
    }
}
