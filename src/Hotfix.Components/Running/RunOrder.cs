using Hotfix.Core.Errors;
using Hotfix.Core.Requests;
using Hotfix.Pipeline.Deploying;
using Hotfix.Pipeline.Runs;

namespace Hotfix.Components.Running;

/// <summary>What a run gets of its build.</summary>
/// <param name="Settings">How it goes.</param>
/// <param name="Record">What it finds and does is kept here.</param>
internal sealed record RunOrder(RunSettings Settings, RunRecord Record)
{
    /// <summary>The file that the tests alone write; <c>null</c> for none.</summary>
    public string? EvidenceFile { get; init; }

    /// <summary>Reads the parameters of the hotfix.</summary>
    /// <exception cref="HotfixException">For a value that does not fit.</exception>
    public required Func<HotfixRequest> Parse { get; init; }

    /// <summary>Reads the parameters of single targets.</summary>
    /// <exception cref="HotfixException">For a value that does not fit.</exception>
    public required Func<TargetRequests> ParseTargets { get; init; }

    /// <summary>How the build deploys and verifies.</summary>
    public required Func<RunContext, DeployRequest, DeployMeans> Means { get; init; }
}
