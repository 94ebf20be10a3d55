using Hotfix.Core.Errors;
using Hotfix.Core.Plans;
using Hotfix.Core.PostMortems;
using Hotfix.Pipeline.Running;
using Hotfix.Pipeline.Runs;
using Serilog;

namespace Hotfix.Pipeline.PostMortems;

/// <summary>Target <c>PostMortem</c>: finds the hotfix and what is there already, looks everything up, shows what it would write, and writes it once.</summary>
/// <param name="run">The run.</param>
/// <param name="request">What was asked for.</param>
/// <param name="templatePath">Absolute path of the team's template; <c>null</c> for the repository's own, or ours.</param>
/// <param name="isOnTheWay">Whether it is one target of the umbrella, whose last line says more than where its post-mortem is.</param>
internal sealed class PostMortemDefinition(RunContext run, PostMortemRequest request, string? templatePath, bool isOnTheWay) : Definition<PostMortemLooked>
{
    /// <summary>Whether the target was asked for by itself, or the umbrella's hotfix is out.</summary>
    public static bool IsDue(RunContext run) => !run.Settings.Plan.IsUmbrella || HotfixReleaseLook.OfRun(run.Snapshot) is not null;

    public override async Task<PostMortemLooked> LookAsync(CancellationToken cancellationToken)
    {
        Services services = await run.ServicesAsync(cancellationToken);
        ReleasedHotfix hotfix = await new HotfixReleaseLook(services.GitReader, services.RequiredGitHub, run.Settings.Time).ReadAsync(
            run.Request,
            request.Tag,
            run.Snapshot,
            cancellationToken
        );
        PostMortemRequest asked = request with
        {
            StagingEnvironment = run.Request.StagingEnvironment,
            File = request.File?.Replace("{tag}", hotfix.Tag.Name, StringComparison.Ordinal),
        };
        var looked = new PostMortemLooked(hotfix, asked, await PresentAsync(services, asked, hotfix, cancellationToken));
        if (looked.Present is not null)
            return looked;

        // The template comes first: a wrong one is told before a minute of looking things up.
        PostMortemTemplate template = await TemplateAsync(services, hotfix, cancellationToken);
        var ports = new PostMortemPorts(services.GitReader, services.Blame, services.PullRequestHeads, services.RequiredGitHub)
        {
            Deployments = services.Deployments,
            Issues = services.Issues,
            Comments = services.Comments,
        };
        PostMortemFacts facts = await new PostMortemLook(ports, run.Request, asked, run.Settings.Time).ReadAsync(hotfix, cancellationToken);
        return looked with { Facts = facts, Template = template, Now = run.Settings.Time.GetUtcNow() };
    }

    public override PlanResult Plan(PostMortemLooked facts) => facts.Present ?? PostMortemPlanner.Plan(facts.Facts!, facts.Request, facts.Template, facts.Now);

    public override void Shown(PostMortemLooked facts, PlanResult.Ready ready, bool isRehearsal)
    {
        foreach (PlanStep step in isRehearsal ? ready.Steps : [])
        {
            string text = step switch
            {
                PlanStep.OpenPostMortem open => open.Issue.Body,
                PlanStep.WritePostMortem write => write.Text,
                _ => "",
            };
            foreach (string line in text.Split('\n'))
                Log.Information("  | {Line:l}", line);
        }
    }

    public override Task EndedAsync(TargetEnd<PostMortemLooked> end, CancellationToken cancellationToken)
    {
        if (!isOnTheWay && end.IsDone)
            run.Record.Conclusion = $"Post-mortem: {end.Found.Concat(end.Outcomes.Select(outcome => outcome.Evidence)).Last()}";

        return Task.CompletedTask;
    }

    private static async Task<PlanResult?> PresentAsync(
        Services services,
        PostMortemRequest request,
        ReleasedHotfix hotfix,
        CancellationToken cancellationToken
    ) =>
        request.File is { } path
            ? PostMortemPlanner.Present(hotfix.Tag, path, File.Exists(path) ? await File.ReadAllTextAsync(path, cancellationToken) : null)
            : PostMortemPlanner.Present(
                hotfix.Tag,
                await services.Issues.FindAsync(PostMortemRecord.MarkerOf(hotfix.Tag), PostMortemRecord.Label, cancellationToken)
            );

    private async Task<PostMortemTemplate> TemplateAsync(Services services, ReleasedHotfix hotfix, CancellationToken cancellationToken)
    {
        if (templatePath is not null)
        {
            return File.Exists(templatePath)
                ? PostMortemTemplate.Parse(await File.ReadAllTextAsync(templatePath, cancellationToken), templatePath)
                : throw new HotfixException(
                    "HF1043",
                    what: $"--post-mortem-template names {templatePath}, which is not there; nothing was changed.",
                    why: "There is no file of that name.",
                    next: "Correct the path, or leave it out."
                );
        }

        if (hotfix.Remote.DefaultBranch is not { } branch || hotfix.Remote.Tip(branch) is not { } tip)
            return PostMortemTemplate.Default;

        await services.GitReader.FetchAsync(hotfix.Remote, [branch], [], cancellationToken);
        return await services.GitReader.ReadFileAsync(tip, PostMortemTemplate.Path, cancellationToken) is { } own
            ? PostMortemTemplate.Parse(own, $"{PostMortemTemplate.Path} of {branch}")
            : PostMortemTemplate.Default;
    }
}
