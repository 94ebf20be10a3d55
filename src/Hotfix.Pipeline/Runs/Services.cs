using Hotfix.Core.Conventions;
using Hotfix.Core.Errors;
using Hotfix.Core.Execution;
using Hotfix.Core.Plans;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;
using Hotfix.Git;
using Hotfix.GitHub;
using Hotfix.GitHub.Commits;
using Hotfix.GitHub.Deployments;
using Hotfix.GitHub.Http;
using Hotfix.GitHub.Issues;
using Hotfix.GitHub.Records;
using Hotfix.GitHub.Releases;
using Hotfix.GitHub.Repositories;
using Hotfix.GitHub.Workflows;
using Serilog;

namespace Hotfix.Pipeline.Runs;

/// <summary>The adapters of one run: git in the clone, GitHub behind its remote. Made once, when the first look needs them.</summary>
internal sealed class Services : IDisposable
{
    private readonly GitHubConnection? _connection;
    private readonly HotfixException? _noGitHub;
    private readonly HotfixRequest _request;
    private readonly HotfixConventions _conventions;

    private Services(ConnectionSettings settings, GitCommandLine git, HotfixRequest request, GitHubConnection? connection, HotfixException? noGitHub)
    {
        CommandLine = git;
        _request = request;
        _conventions = request.Conventions;
        var reader = new GitReader(git, request.Conventions);
        GitReader = reader;
        GitWriter = new GitWriter(git, _request.Remote);
        Versions = request.VersionCommand is { } command ? settings.VersionsBy(git, command) : new GitVersionSource(git, reader);
        _connection = connection;
        _noGitHub = noGitHub;
        GitHub = connection is null ? null : new GitHubAreas(connection);
    }

    public GitCommandLine CommandLine { get; }

    public GitReader GitReader { get; }

    public GitWriter GitWriter { get; }

    public IVersionSource Versions { get; }

    /// <summary><c>null</c> without a credential, or when the remote is nothing that GitHub serves.</summary>
    public GitHubAreas? GitHub { get; }

    /// <summary>GitHub's clock, by which what it dates is judged; this machine's without GitHub.</summary>
    public TimeProvider Clock => _connection?.Clock ?? TimeProvider.System;

    public Traffic? Traffic => _connection?.Traffic;

    /// <summary>The remote as this run found it first, for the first look; <c>null</c> once that was taken.</summary>
    public RemoteRefs? Remote { get; set; }

    /// <summary>The App whose account is ours, too; <c>null</c> where the settings name none.</summary>
    public string? App { get; set; }

    /// <summary><c>owner/name</c>.</summary>
    public string Repository => Connection.Address.FullName;

    /// <summary>GitHub, for a stage that cannot do without.</summary>
    /// <exception cref="HotfixException">Why there is none.</exception>
    public GitHubAreas RequiredGitHub => GitHub ?? throw _noGitHub!;

    /// <summary>What changes of commits are compared with.</summary>
    public CommitPatches Patches => new CommitPatches(CommandLine);

    /// <summary>What commits hold, and commits that were made elsewhere.</summary>
    public CommitContents CommitContents => new CommitContents(CommandLine);

    /// <summary>Commits that GitHub makes, and signs for an App.</summary>
    public SignedCommits SignedCommits => new SignedCommits(Connection);

    /// <summary>Copies of commits on a branch of their own.</summary>
    public CommitPicking Picking(CommitSigning signing) => new CommitPicking(CommandLine) { Signing = signing };

    /// <summary>Deletes branches.</summary>
    public BranchDeleting BranchDeleting => new BranchDeleting(CommandLine, _request.Remote);

    /// <summary>Takes changes back, without a work tree.</summary>
    public Reverting Reverting(CommitSigning signing = default) => new Reverting(CommandLine) { Signing = signing };

    /// <summary>What annotated tags say.</summary>
    public TagMessages TagMessages => new TagMessages(CommandLine);

    /// <summary>Where lines came from.</summary>
    public Blame Blame => new Blame(CommandLine);

    /// <summary>Commits of branches that are gone.</summary>
    public PullRequestHeads PullRequestHeads => new PullRequestHeads(CommandLine);

    /// <summary>Deployments; as all of GitHub below, only with a credential.</summary>
    public DeploymentCalls Deployments => new DeploymentCalls(Connection);

    /// <summary>Environments.</summary>
    public Environments Environments => new Environments(Connection);

    /// <summary>Configuration variables.</summary>
    public Variables Variables => new Variables(Connection);

    /// <summary>Workflows and their runs.</summary>
    public WorkflowCalls Workflows => new WorkflowCalls(Connection);

    /// <summary>Provenance of files.</summary>
    public Attestations Attestations => new(Connection);

    /// <summary>Issues.</summary>
    public IssueCalls Issues => new IssueCalls(Connection);

    /// <summary>Comments.</summary>
    public Comments Comments => new Comments(Connection);

    /// <summary>All hotfixes of the repository.</summary>
    public HotfixRecords HotfixRecords => new HotfixRecords(Connection, _conventions.Hotfixes.Text);

    /// <summary>All its releases, as git knows them.</summary>
    public TagHistoryReader TagHistory => new TagHistoryReader(CommandLine);

    /// <summary>What can be known before a hotfix is needed.</summary>
    public Preflight Preflight => new Preflight(Connection);

    /// <summary>Why there is no GitHub; <c>null</c> when there is.</summary>
    public HotfixException? NoGitHub => _noGitHub;

    private GitHubConnection Connection => _connection ?? throw _noGitHub!;

    /// <summary>Those of a clone.</summary>
    /// <param name="settings">The credential and the address, as far as they were passed.</param>
    /// <param name="request">For the remote and the team's names.</param>
    /// <param name="directory">The clone's folder.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    public static async Task<Services> CreateAsync(ConnectionSettings settings, HotfixRequest request, string directory, CancellationToken cancellationToken)
    {
        var plain = new GitCommandLine(directory) { Notice = Tell };
        (_, string url) = await new GitReader(plain).SelectRemoteAsync(request.Remote, cancellationToken);
        url = await SshAlias.ResolveAsync(plain, url, cancellationToken);
        try
        {
            GitHubAddress address = GitHubAddress.Find(url, settings.ApiUrl, Environment.GetEnvironmentVariable);
            var credential = new CredentialFinder(settings, plain, url, address);
            string token = await credential.FindAsync(cancellationToken) ?? throw credential.NoneFound();
            Services? made = null;
            var connection = new GitHubConnection(
                address,
                async (isRefused, stop) => isRefused ? await credential.FindAsync(stop) ?? token : token,
                TimeProvider.System,
                Options(address) with
                {
                    App = _ => Task.FromResult(made?.App),
                }
            );
            var git = new GitCommandLine(
                directory,
                credential.IsOnlyKnownHere ? credential.ForGit(token, await plain.IsPartialCloneAsync(cancellationToken)) : null
            )
            {
                BeginWrite = connection.BeginWriteAsync,
                Notice = Tell,
            };
            return made = new Services(settings, git, request, connection, null) { App = request.App };
        }
        catch (HotfixException e) when (e.Code is not ("HF3140" or "HF3141" or "HF3142"))
        {
            // Without GitHub, git alone goes a part of the way; between two hosts or two repositories nothing does.
            return new Services(settings, plain, request, null, e);
        }
    }

    public void Dispose() => _connection?.Dispose();

    // GitHub asks for a second between writes; a server on this very machine does not.
    private static GitHubConnectionOptions Options(GitHubAddress address) =>
        new()
        {
            PauseBetweenWrites = address.Api.IsLoopback ? TimeSpan.Zero : TimeSpan.FromSeconds(1),
            LookEndsAfter = TimeSpan.FromMilliseconds(300), // polls are a second apart, and what the adapters wait for is half a second
            Notice = Tell,
        };

    private static void Tell(string notice) => Log.Information("{Notice:l}", notice);
}
