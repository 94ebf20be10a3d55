using System.Security.Cryptography;
using Hotfix.Components.Guards;
using Hotfix.Core.Conventions;
using Hotfix.Core.Errors;
using Hotfix.Core.Policies;
using Hotfix.Core.Refs;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Text;
using Hotfix.Pipeline.Runs;

namespace Hotfix.Components.Running;

/// <summary>Makes the request from the parameters: the one place where their texts are read.</summary>
internal static class RequestFactory
{
    /// <param name="build">What was given.</param>
    /// <param name="settings">What the base has to say to it; <c>null</c> before that is known.</param>
    public static HotfixRequest Parse(IHazHotfix build, BaseSettings? settings = null)
    {
        var unset = new HotfixRequest();
        IReadOnlyList<string> checks = CheckNames.Of(nameof(build.RequiredChecks), build.RequiredChecks);
        HotfixConventions conventions = build.Conventions;
        string? ticket = RequestParser.Ticket(build.Ticket);
        string? description = RequestParser.WithTicket(ticket, RequestParser.Description(build.Description));
        return new HotfixRequest
        {
            Description = description,
            Branch = description is null ? null : Slug.ToBranch(description, ticket, conventions.Hotfixes),
            Conventions = conventions,
            StartsAnew = build.New,
            Remote = build.Remote,
            BaseBranch = Text(nameof(build.Base), build.Base) is { } named ? BranchName.Parse(named) : null,
            Lane = RequestParser.Choice<LaneChoice>("--lane", Text(nameof(build.Lane), build.Lane)) ?? LaneChoice.Auto,
            Production = new ProductionSettings(
                RequestParser.Name("--production-environment", Text(nameof(build.ProductionEnvironment), build.ProductionEnvironment)) ?? "production",
                RequestParser.Name("--production-variable", Text(nameof(build.ProductionVariable), build.ProductionVariable)),
                RequestParser.Address("--health-url", Text(nameof(build.HealthUrl), build.HealthUrl)),
                Sources(build)
            ),
            Deploys = build is not IHazDeployment { NoDeployment: true },
            StagingEnvironment = build is IHazDeployment { StagingEnvironment: var staging }
                ? RequestParser.Name("--staging-environment", Text(nameof(IHazDeployment.StagingEnvironment), staging)) ?? unset.StagingEnvironment
                : unset.StagingEnvironment,
            App = AppOf(settings is null ? build.HotfixApp : settings.Trusted(nameof(build.HotfixApp), build.HotfixApp)),
            Fix = build.Fix,
            WorktreePath = build.Worktree is null ? null : Path.GetFullPath(build.Worktree, Environment.CurrentDirectory),
            PushesBranch = build is ICreateHotfixBranch { Push: true },
            Budget = Budget(build, settings),
            OverBudgetReason = RequestParser.Reason("--over-budget", build.OverBudget),
            Incident = RequestParser.Incident(build.Incident),
            Labels = Names(build.Labels) ?? ["hotfix"],
            Reviewers = Names(build.Reviewers) ?? [],
            IsDraft = build.Draft,
            MergeMethod = RequestParser.MergeMethodOrNull(build.MergeMethod),
            RequiredChecks = [.. (settings?.List(nameof(build.RequiredChecks), checks, []) ?? checks).Select(name => new RequiredCheck(name))],
            ArmsAutoMerge = build.AutoMerge,
            JumpReason = RequestParser.Reason("--jump", build.Jump),
            Deadline = Duration("--deadline", build.Deadline, TimeSpan.FromHours(4), TimeSpan.Zero, TimeSpan.FromDays(7)),
            PollInterval = Duration("--poll-interval", build.PollInterval, TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5)),
            CheckGrace = Duration("--check-grace", build.CheckGrace, TimeSpan.FromMinutes(2), TimeSpan.Zero, TimeSpan.FromHours(1)),
            Release = Release(build),
            Starts = [.. Starts(build)],
            VersionCommand = RequestParser.Reason("--version-command", build.VersionCommand),
            Version = RequestParser.Version(build.Version),
            BuildFolder = ToolFolder(build) is { Length: > 0 } folder && folder[0] != '.' ? folder : null,
            VersionScheme = RequestParser.Choice<VersionScheme>("--version-scheme", build.VersionScheme) ?? VersionScheme.Patch,
            RequiresProvenance = build is IRelease { Attested: true },
            SignsTag = build is IRelease { Sign: true },
            Debt = new DebtTerms(
                RequestParser.Login("--forward-port-owner", build.ForwardPortOwner),
                Duration("--forward-port-due", build.ForwardPortDue, DebtTerms.Default.DueIn, TimeSpan.FromHours(1), TimeSpan.FromDays(90)),
                RequestParser.Reason("--accept-debt", build.AcceptDebt)
            ),
            Webhooks = Webhooks(build),
            ReleaseAssets = [.. (build.ReleaseAssets ?? []).Select(path => Asset(Path.GetFullPath(path, build.RootDirectory)))],
        };

        string? Text(string name, string? value) => settings is null ? value : settings.Text(name, value);
    }

    // A library has no other production than its newest release.
    private static IReadOnlyList<ProductionSource>? Sources(IHazHotfix build) =>
        build is IHazDeployment { NoDeployment: true } ? []
        : Names(build.ProductionSource) is { Count: > 0 } sources
            ? [.. sources.Select(source => RequestParser.Choice<ProductionSource>("--production-source", source)!.Value).Distinct()]
        : null;

    // Its account is called name[bot].
    private static string? AppOf(string? name) =>
        RequestParser.Login("--hotfix-app", name?.EndsWith("[bot]", StringComparison.Ordinal) == true ? name[..^"[bot]".Length] : name);

    /// <summary>With what GitHub is reached. What is found on the way is hidden from then on, also from a log that was set up meanwhile.</summary>
    public static ConnectionSettings Connection(IHazHotfix build) =>
        new(
            build.Token,
            build.GitHubApiUrl,
            VersionsBy: (git, command) => new VersionCommand(git, command),
            Hide: secret =>
            {
                SecretMask.Add(secret);
                MaskingSink.Install();
            }
        );

    private static SizeBudget Budget(IHazHotfix build, BaseSettings? settings)
    {
        SizeBudget unset = SizeBudget.Default.With(ToolFolder(build));
        return new SizeBudget(
            RequestParser.Count(
                "--max-files",
                settings?.Number(nameof(build.MaxFiles), build.MaxFiles, unset.MaxFiles) ?? build.MaxFiles ?? unset.MaxFiles,
                most: 100_000
            ),
            RequestParser.Count(
                "--max-lines",
                settings?.Number(nameof(build.MaxLines), build.MaxLines, unset.MaxLines) ?? build.MaxLines ?? unset.MaxLines,
                most: 10_000_000
            ),
            settings?.List(nameof(build.ForbiddenPaths), build.ForbiddenPaths, unset.ForbiddenPaths) ?? build.ForbiddenPaths ?? unset.ForbiddenPaths,
            settings?.Demand(nameof(build.RequireTest), build.RequireTest, unset.RequiresTest) ?? build.RequireTest ?? unset.RequiresTest
        );
    }

    // Where this very build lies: what judges a hotfix is not what a hotfix changes.
    private static string ToolFolder(IHazHotfix build) =>
        build.BuildProjectDirectory is { } folder ? Path.GetRelativePath(build.RootDirectory, folder).Replace('\\', '/') : "";

    private static ReleaseSettings Release(IHazHotfix build)
    {
        var settings = new ReleaseSettings(
            RequestParser.Choice<ReleaseStrategy>("--release-strategy", build.ReleaseStrategy) ?? ReleaseStrategy.Publish,
            RequestParser.Name("--release-workflow", build.ReleaseWorkflow) ?? "release.yml"
        );
        return build.ReleaseInputs is null
            ? settings
            : settings with
            {
                Inputs = StartedWorkflow.Checked("--release-inputs", RequestParser.Pairs("--release-inputs", build.ReleaseInputs)),
            };
    }

    private static IEnumerable<StartedWorkflow> Starts(IHazHotfix build)
    {
        if (Release(build) is { Strategy: ReleaseStrategy.Dispatch } release)
            yield return release.Started;
        if (build is IAwaitDeploy follow && RequestParser.Name("--deploy-workflow", follow.DeployWorkflow) is { } file)
            yield return new StartedWorkflow(file, "--deploy-inputs", DeployInputs(follow) ?? StartedWorkflow.TagAlone);
    }

    /// <summary>What the workflow that deploys is told; <c>null</c> where nothing was said.</summary>
    /// <exception cref="HotfixException">HF1019 or HF1047 for what does not fit.</exception>
    internal static IReadOnlyDictionary<string, string>? DeployInputs(IAwaitDeploy build) =>
        build.DeployInputs is null ? null : StartedWorkflow.Checked("--deploy-inputs", RequestParser.Pairs("--deploy-inputs", build.DeployInputs));

    // An address is a secret: which one is wrong is told by its place.
    private static Webhook[] Webhooks(IHazHotfix build)
    {
        string[] texts = [.. (build.Notify ?? []).Select(text => text.Trim()).Where(text => text.Length > 0)];
        Array.ForEach(texts, SecretMask.Add);
        Webhook?[] webhooks = [.. texts.Select(Webhook.TryParse)];
        foreach (Webhook webhook in webhooks.OfType<Webhook>())
            SecretMask.Add(webhook.Address.OriginalString);

        int wrong = Array.IndexOf(webhooks, null);
        return wrong < 0
            ? [.. webhooks.OfType<Webhook>()]
            : throw new HotfixException(
                "HF1041",
                what: $"Webhook {wrong + 1} of {webhooks.Length} of --notify is no address that can be told; nothing was changed.",
                why: "It takes https addresses (http only on this machine), for Slack or, for anything else, with json= in front. The address itself is a secret, and is not shown.",
                next: "Pass them with commas between: --notify https://hooks.slack.com/services/...,json=https://chat.example.com/hook"
            );
    }

    private static TimeSpan Duration(string parameter, string? text, TimeSpan unset, TimeSpan least, TimeSpan most) =>
        text is null ? unset : RequestParser.Duration(parameter, text, least, most);

    private static IReadOnlyList<string>? Names(string[]? names) =>
        names is null ? null : [.. names.Select(name => name.Trim().TrimStart('@')).Where(name => name.Length > 0)];

    private static LocalAsset Asset(string path)
    {
        if (!File.Exists(path))
        {
            throw new HotfixException(
                "HF1014",
                what: $"--release-assets names {path}, which is not there; nothing was changed.",
                why: "There is no file of that name.",
                next: "Build it first, or correct the path."
            );
        }

        using FileStream stream = File.OpenRead(path);
        return new LocalAsset(path, stream.Length, Convert.ToHexStringLower(SHA256.HashData(stream)));
    }
}
