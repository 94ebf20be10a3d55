using Hotfix.LocalGitHub.GitBackend;

namespace Hotfix.LocalGitHub.State;

/// <summary>Workflow files, runs and jobs of a repository. The files are git's; the rest is reported from outside.</summary>
internal sealed class WorkflowBoard(HostedRepository repository)
{
    private const string Folder = ".github/workflows";
    private readonly Dictionary<string, Workflow> _known = new(StringComparer.Ordinal);

    public List<WorkflowRun> Runs { get; } = [];

    /// <summary>The workflows on the default branch: only those exist for the API.</summary>
    public async Task<IReadOnlyList<Workflow>> ListAsync(CancellationToken cancellationToken)
    {
        string? tip = await repository.Git.ResolveCommitAsync(repository.DefaultBranch, cancellationToken);
        if (tip is null || await repository.Git.ReadAsync($"{tip}:{Folder}", cancellationToken) is null)
            return [];

        IReadOnlyList<TreeEntry> files = await repository.Git.History.TreeAsync(tip, Folder, cancellationToken);
        return
        [
            .. files
                .Where(file => file.Path.EndsWith(".yml", StringComparison.Ordinal) || file.Path.EndsWith(".yaml", StringComparison.Ordinal))
                .Select(file => Known(file.Path)),
        ];
    }

    /// <summary>By id or file name, as the routes accept both.</summary>
    public async Task<Workflow?> FindAsync(string idOrFile, CancellationToken cancellationToken) =>
        (await ListAsync(cancellationToken)).FirstOrDefault(workflow => workflow.FileName == idOrFile || $"{workflow.Id}" == idOrFile);

    /// <summary>The file at a commit; <c>null</c> when it is not there.</summary>
    public async Task<string?> TextAsync(Workflow workflow, string commit, CancellationToken cancellationToken) =>
        await repository.Git.ReadAsync($"{commit}:{workflow.Path}", cancellationToken) is { } file
            ? System.Text.Encoding.UTF8.GetString(file.Content).TrimStart('\uFEFF')
            : null;

    /// <summary>The file's top-level <c>name:</c>, or its path without one.</summary>
    public async Task<string> NameAsync(Workflow workflow, string commit, CancellationToken cancellationToken)
    {
        string text = await TextAsync(workflow, commit, cancellationToken) ?? "";
        string? line = text.Split('\n').FirstOrDefault(line => line.StartsWith("name:", StringComparison.Ordinal));
        return line is null ? workflow.Path : line["name:".Length..].Trim().Trim('"', '\'');
    }

    /// <summary>Brings a run and its jobs (with their check runs) up to date.</summary>
    public void Report(WorkflowRun run, WorkflowRunReport report, CheckSuite suite)
    {
        (run.Status, run.Conclusion, run.UpdatedAt) = (report.Status, report.Conclusion, repository.Hub.Now);
        run.Gates.RemoveAll(gate => !report.WaitsFor.Contains(gate.Environment.Name));
        foreach (string environment in report.WaitsFor.Where(name => !run.Gates.Any(gate => gate.Environment.Name == name)))
            run.Gates.Add(new RunGate(repository.Deploying.Ensure(environment), Deploy(run, environment, "pending"), repository.Hub.Now));

        foreach (WorkflowJobReport job in report.Jobs)
            Report(run, job, suite);
    }

    private void Report(WorkflowRun run, WorkflowJobReport report, CheckSuite suite)
    {
        WorkflowJob? job = run.Jobs.FirstOrDefault(candidate => candidate.Name == report.Name);
        if (job is null)
        {
            long id = repository.Hub.NextId();
            var check = new CheckRun(id, run.HeadSha, suite) { Name = report.Name, StartedAt = repository.Hub.Now };
            repository.CheckRuns.Add(check);
            run.Jobs.Add(job = new WorkflowJob(id, report.Name, check));
        }

        job.Check.Conclusion = report.Conclusion;
        job.Check.Status = report.Conclusion is null ? report.Status : "completed";
        job.Check.CompletedAt = report.Conclusion is null ? null : repository.Hub.Now;
        job.Steps = report.Steps;
        job.Log = report.Log;
        if (report.Environment is { } environment && job.Status != "queued")
            Deploy(run, job, environment);
    }

    // Actions makes a deployment for every job that names an environment, and reports the job's end as its status.
    private void Deploy(WorkflowRun run, WorkflowJob job, string environment)
    {
        string state = job.Conclusion switch
        {
            null => job.Status == "waiting" ? "pending" : "in_progress",
            "success" => "success",
            _ => "failure",
        };
        job.Deployment ??= repository.Deploying.Deployments.FirstOrDefault(made =>
            made.RunId == run.Id && made.Environment == environment && made.State is "pending" or "queued"
        ) ?? Deploy(run, environment, state);
        if (job.Deployment.State != state)
        {
            repository.Deploying.Report(
                job.Deployment,
                new DeploymentStatus(repository.Hub.NextId(), state, run.Actor, repository.Hub.Now),
                makesOthersInactive: true
            );
        }
    }

    private Deployment Deploy(WorkflowRun run, string environment, string state)
    {
        DateTimeOffset now = repository.Hub.Now;
        Deployment made = repository.Deploying.Add(
            new Deployment(repository.Hub.NextId(), environment, run.HeadSha, run.Actor)
            {
                Ref = run.HeadBranch ?? run.HeadSha,
                CreatedAt = now,
                IsProduction = environment == "production",
                RunId = run.Id,
            }
        );
        repository.Deploying.Report(made, new DeploymentStatus(repository.Hub.NextId(), state, run.Actor, now), makesOthersInactive: true);
        return made;
    }

    private Workflow Known(string path)
    {
        if (!_known.TryGetValue(path, out Workflow? workflow))
            _known[path] = workflow = new Workflow(repository.Hub.NextId(), path, repository.Hub.Now);

        return workflow;
    }
}
