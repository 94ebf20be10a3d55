using Hotfix.Core.Errors;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Versions;
using Hotfix.Git;
using Serilog;

/// <summary>What the packages are made from: a commit, its version, and the engines that there are.</summary>
internal sealed class PackageSource(string root)
{
    private readonly GitCommandLine _git = new(root);

    /// <summary>Whether <c>build.sh</c> found NUKE on the feeds, or was told that it is there.</summary>
    public bool IsNukeServed =>
        Environment.GetEnvironmentVariable("HOTFIX_ENGINE") == "nuke"
        || (File.Exists(Remembered) && File.ReadAllText(Remembered).StartsWith("nuke ", StringComparison.Ordinal));

    private string Remembered => Path.Combine(root, ".nuke", "temp", "engine");

    /// <summary>
    /// The version that was asked for; else GitVersion's for the commit that is checked out, a prerelease unless that commit is the release itself.
    /// </summary>
    public async Task<string> FindVersionAsync(string? wanted)
    {
        if (wanted is not null)
        {
            return SemanticVersion.TryParse(wanted)?.ToString()
                ?? throw new HotfixException(
                    "HF5020",
                    what: $"--package-version is '{wanted}'; nothing was packed.",
                    why: "It is no version by Semantic Versioning, which the packages follow.",
                    next: "Pass three numbers, and a suffix for what is no release: --package-version 1.4.3-rc.1"
                );
        }

        WorkTree tree = await new GitReader(_git).ReadWorkTreeAsync(CancellationToken.None);
        CommitSha head = CommitSha.Parse((await _git.ReadAsync(["rev-parse", "HEAD"], CancellationToken.None)).Trim());
        if (tree.IsDirty)
            Log.Warning("The work tree has changes that are not committed: they are in the packages, and not in their version");

        RemoteTag[] tags = await ListTagsAsync();
        CalculatedVersion version = await new GitVersionSource(_git) { IsBase = false }.CalculateAsync(
            head,
            BranchName.Parse(tree.Branch?.Value ?? "main"),
            new RemoteRefs("", "", null, new Dictionary<BranchName, CommitSha>(), tags),
            CancellationToken.None
        );
        bool isRelease = tags.Any(tag => tag.Commit == head && ReleaseTag.TryParse(tag.Name)?.Version == version.MajorMinorPatch);
        return isRelease ? version.MajorMinorPatch.ToString() : version.SemVer;
    }

    /// <summary>When the commit was made; every file in the packages bears this date.</summary>
    public async Task<DateTimeOffset> FindCommitDateAsync() =>
        DateTimeOffset.Parse(
            (await _git.ReadAsync(["show", "--no-patch", "--format=%cI", "HEAD"], CancellationToken.None)).Trim(),
            System.Globalization.CultureInfo.InvariantCulture
        );

    private async Task<RemoteTag[]> ListTagsAsync()
    {
        string lines = await _git.ReadAsync(["for-each-ref", "--format=%(refname:strip=2) %(objectname) %(*objectname)", "refs/tags"], CancellationToken.None);
        return
        [
            .. lines
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Select(parts => new RemoteTag(parts[0], CommitSha.Parse(parts[1]), CommitSha.Parse(parts[^1]))),
        ];
    }
}
