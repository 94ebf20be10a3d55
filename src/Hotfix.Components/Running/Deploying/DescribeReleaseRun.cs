using Hotfix.Core.Deploying;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Text;
using Hotfix.Pipeline.Deploying;
using Hotfix.Pipeline.Runs;
using Serilog;

namespace Hotfix.Components.Running.Deploying;

/// <summary>One run of <c>DescribeRelease</c>.</summary>
internal sealed class DescribeReleaseRun(RunContext run, DeployTargets targets)
{
    public async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        DeployLooked looked = await targets.FindAsync(cancellationToken);
        DeployableRelease release = looked.Release;
        if (release.NotContained is { } why)
            throw run.Refuse(why);

        IReadOnlyList<(string Name, string Value)> outputs =
        [
            ("tag", release.Tag.Name),
            ("sha", release.Commit.Value),
            ("version", release.Tag.Version.ToString()),
            ("lane", release.Lane.ToString().ToLowerInvariant()),
            ("staging", release.Lane == Lane.Exceptional ? run.Request.StagingEnvironment : ""),
            ("production", run.Request.Production.Environment),
        ];
        foreach ((string name, string value) in outputs)
            Log.Information("{Name,-10:l} {Value:l}", name, value.Length > 0 ? value : "(none)");

        if (Environment.GetEnvironmentVariable("GITHUB_OUTPUT") is { Length: > 0 } file)
            await File.AppendAllTextAsync(file, SecretMask.Mask(WorkflowOutputs.Format(outputs)), cancellationToken);

        run.Record.Conclusion = $"Release: {release}, {release.Lane.ToString().ToLowerInvariant()} lane";
    }
}
