using Hotfix.Components.Running.Deploying;
using Hotfix.Core.Errors;
using Hotfix.Core.Plans;
using Hotfix.Core.PostMortems;
using Hotfix.Core.Snapshots;
using Hotfix.Pipeline.PostMortems;
using Hotfix.Pipeline.Running;
using Serilog;

namespace Hotfix.Components.Running.PostMortems;

/// <summary>One run of <c>PostMortem</c>: finds the hotfix and what is there already, looks everything up, shows what it would write, and writes it once.</summary>
internal sealed class PostMortemRun(IPostMortem build)
{
    private const string NoIssuesCode = "HF3104";
    private readonly HotfixRun _run = build.Run;
    private readonly TimeProvider _time = TimeProvider.System;

    private bool IsOnTheWay => build.InvokedTargets.All(target => target.Name != nameof(IPostMortem.PostMortem));

    /// <summary>Whether the target was asked for by itself, or the umbrella's hotfix is out.</summary>
    public static bool IsDue(IPostMortem build) =>
        build.ExecutionPlan.All(planned => planned.Name != nameof(IHotfix.Hotfix)) || HotfixReleaseLook.OfRun(build.Run.Snapshot) is not null;

    /// <exception cref="HotfixException">Why there is none; on the way of an umbrella that is a warning: the hotfix itself is out, and stays green.</exception>
    public async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        PostMortemRequest request = PostMortemRequests.Parse(build);
        try
        {
            await WriteAsync(request, cancellationToken);
        }
        catch (HotfixException e) when (IsOnTheWay)
        {
            Log.Warning("The hotfix is out; its post-mortem is missing: {Refusal:l}", e.Refusal.ToString());
        }
    }

    private async Task WriteAsync(PostMortemRequest request, CancellationToken cancellationToken)
    {
        Services services = await _run.ServicesAsync(cancellationToken);
        ReleasedHotfix hotfix = await new HotfixReleaseLook(services.GitReader, services.RequiredGitHubReader, _time).ReadAsync(_run.Request, request.Tag, _run.Snapshot, cancellationToken);
        request = request with { File = request.File?.Replace("{tag}", hotfix.Tag.Name, StringComparison.Ordinal) };
        PlanResult result = await PresentAsync(services, request, hotfix, cancellationToken) ?? await PlanAsync(services, request, hotfix, cancellationToken);
        switch (result)
        {
            case PlanResult.NothingToDo present:
                _run.Record.Found(present.Evidence[0]);
                Conclude(present.Evidence[0]);
                break;
            case PlanResult.Refused refused:
                throw Refuse([.. refused.Refusals]);
            case PlanResult.Ready ready when build.DryRun:
                ShowText(ready);
                _run.Rehearse(ready);
                break;
            case PlanResult.Ready ready:
                await ApplyAsync(services, hotfix, ready, cancellationToken);
                break;
        }
    }

    private static async Task<PlanResult?> PresentAsync(Services services, PostMortemRequest request, ReleasedHotfix hotfix, CancellationToken cancellationToken) => request.File is { } path
        ? PostMortemPlanner.Present(hotfix.Tag, path, File.Exists(path) ? await File.ReadAllTextAsync(path, cancellationToken) : null)
        : PostMortemPlanner.Present(hotfix.Tag, await services.Issues.FindAsync(PostMortemRecord.MarkerOf(hotfix.Tag), PostMortemRecord.Label, cancellationToken));

    private async Task<PlanResult> PlanAsync(Services services, PostMortemRequest request, ReleasedHotfix hotfix, CancellationToken cancellationToken)
    {
        // The template comes first: a wrong one is told before a minute of looking things up.
        PostMortemTemplate template = await TemplateAsync(services, hotfix, cancellationToken);
        var ports = new PostMortemPorts(services.GitReader, services.Blame, services.PullRequestHeads, services.RequiredGitHubReader)
        {
            Deployments = services.Deployments,
            Issues = services.Issues,
            Comments = services.Comments,
        };
        var look = new PostMortemLook(ports, _run.Request, request, _time);
        return PostMortemPlanner.Plan(await look.ReadAsync(hotfix, cancellationToken), request, template, _time.GetUtcNow());
    }

    private async Task<PostMortemTemplate> TemplateAsync(Services services, ReleasedHotfix hotfix, CancellationToken cancellationToken)
    {
        if (build.PostMortemTemplate is { } given)
        {
            string path = Path.GetFullPath(given, build.RootDirectory);
            return File.Exists(path) ? PostMortemTemplate.Parse(await File.ReadAllTextAsync(path, cancellationToken), path) : throw new HotfixException(
                "HF1043",
                what: $"--post-mortem-template names {path}, which is not there; nothing was changed.",
                why: "There is no file of that name.",
                next: "Correct the path, or leave it out.");
        }

        if (hotfix.Remote.DefaultBranch is not { } branch || hotfix.Remote.Tip(branch) is not { } tip)
            return PostMortemTemplate.Default;

        await services.GitReader.FetchAsync(hotfix.Remote, [branch], [], cancellationToken);
        return await services.GitReader.ReadFileAsync(tip, PostMortemTemplate.Path, cancellationToken) is { } own
            ? PostMortemTemplate.Parse(own, $"{PostMortemTemplate.Path} of {branch}")
            : PostMortemTemplate.Default;
    }

    private async Task ApplyAsync(Services services, ReleasedHotfix hotfix, PlanResult.Ready ready, CancellationToken cancellationToken)
    {
        RunRecord.Show(ready);
        foreach (PlanStep step in ready.Steps)
        {
            Outcome outcome = step switch
            {
                PlanStep.OpenPostMortem open => new Outcome(open, await OpenAsync(services, hotfix, open.Issue, cancellationToken)),
                PlanStep.WritePostMortem write => new Outcome(write, await WriteFileAsync(write, cancellationToken)),
                _ => throw new InvalidOperationException($"Not a step of this target: {step}."),
            };
            _run.Record.Add(outcome);
            Conclude(outcome.Evidence);
        }
    }

    private async Task<string> OpenAsync(Services services, ReleasedHotfix hotfix, NewIssue issue, CancellationToken cancellationToken)
    {
        try
        {
            Issue opened = await services.Issues.CreateAsync(issue, cancellationToken);
            return $"#{opened.Number} {opened.Url}";
        }
        catch (HotfixException e) when (e.Code == NoIssuesCode)
        {
            throw Refuse(PostMortemRefusals.NoIssues(hotfix.Tag, e.Refusal.Why));
        }
    }

    private static async Task<string> WriteFileAsync(PlanStep.WritePostMortem step, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(step.Path)!);
        await using var file = new FileStream(step.Path, FileMode.CreateNew);
        await using var writer = new StreamWriter(file);
        await writer.WriteAsync(step.Text.AsMemory(), cancellationToken);
        return "written; read it, and commit it";
    }

    private static void ShowText(PlanResult.Ready ready)
    {
        foreach (PlanStep step in ready.Steps)
        {
            string text = step switch { PlanStep.OpenPostMortem open => open.Issue.Body, PlanStep.WritePostMortem write => write.Text, _ => "" };
            foreach (string line in text.Split('\n'))
                Log.Information("  | {Line:l}", line);
        }
    }

    // A refusal that is kept would be the umbrella's last line.
    private HotfixException Refuse(params Refusal[] refusals) => IsOnTheWay ? new HotfixException(refusals[0]) : _run.Refuse(refusals);

    // The umbrella's last line says more than where its post-mortem is.
    private void Conclude(string evidence)
    {
        if (!IsOnTheWay)
            _run.Record.Conclusion = $"Post-mortem: {evidence}";
    }
}
