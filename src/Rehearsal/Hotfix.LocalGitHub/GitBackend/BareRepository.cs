namespace Hotfix.LocalGitHub.GitBackend;

/// <summary>A bare repository on disk: its refs (remembered until something here moves them) and its objects. Nobody else may move its refs.</summary>
internal sealed class BareRepository(string path) : IDisposable
{
    private readonly ObjectReader _objects = new(path);
    private Dictionary<string, GitRef>? _refs;

    public string Path { get; } = path;

    public GitHistory History { get; } = new(path);

    public MergedHistory Merged { get; } = new(path);

    public CommitSignatures Signatures { get; } = new(path);

    /// <summary>
    /// Clones <paramref name="from"/> into <paramref name="to"/>: branches and tags, nothing shared with the source; returns the branch that HEAD names.
    /// </summary>
    public static async Task<string> ImportAsync(string from, string to, CancellationToken cancellationToken)
    {
        string parent = System.IO.Path.GetDirectoryName(to)!;
        Directory.CreateDirectory(parent);

        // A copy of the files is a second where packing them anew takes half a minute; objects that the source borrows would not be in it.
        string copies = Borrows(from) ? "--no-local" : "--no-hardlinks";
        await GitProcess.RunAsync(
            parent,
            ["-c", "safe.directory=*", "clone", "--quiet", "--bare", copies, System.IO.Path.GetFullPath(from), to],
            cancellationToken
        );
        await GitProcess.RunAsync(to, ["config", "--remove-section", "remote.origin"], cancellationToken);
        await GitProcess.RunAsync(to, ["config", "receive.hideRefs", "refs/pull"], cancellationToken);
        UpdateHook.Install(to);
        await CommitSignatures.InstallAsync(to, cancellationToken);
        GitResult head = await GitProcess.TryRunAsync(to, ["symbolic-ref", "--short", "HEAD"], input: null, cancellationToken);
        return head.ExitCode == 0 ? head.Output.Trim() : "main";
    }

    /// <summary>Forgets the refs: they moved, or may have.</summary>
    public void Invalidate() => _refs = null;

    public async Task<IReadOnlyDictionary<string, GitRef>> RefsAsync(CancellationToken cancellationToken)
    {
        if (_refs is not null)
            return _refs;

        var refs = new Dictionary<string, GitRef>(StringComparer.Ordinal);
        string output = await GitProcess.RunAsync(Path, ["for-each-ref", "--format=%(objectname) %(objecttype) %(*objectname) %(refname)"], cancellationToken);
        foreach (string line in output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = line.Split(' ', 4);
            refs[parts[3]] = new GitRef(parts[3], parts[0], parts[1], parts[2].Length > 0 ? parts[2] : parts[0]);
        }

        return _refs = refs;
    }

    public async Task<GitRef?> FindRefAsync(string fullName, CancellationToken cancellationToken) =>
        (await RefsAsync(cancellationToken)).GetValueOrDefault(fullName);

    public Task<GitRef?> FindBranchAsync(string name, CancellationToken cancellationToken) => FindRefAsync(GitRef.Heads + name, cancellationToken);

    /// <summary>The commit that a client means by a branch, a tag, a full or half ref, or a sha (7 digits or more); <c>null</c> when there is none.</summary>
    public async Task<string?> ResolveCommitAsync(string name, CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<string, GitRef> refs = await RefsAsync(cancellationToken);
        string[] candidates = [GitRef.Heads + name, GitRef.Tags + name, "refs/" + name, name];
        GitRef? found = candidates.Select(refs.GetValueOrDefault).FirstOrDefault(candidate => candidate is not null);
        if (found is not null)
            return found.CommitSha;

        bool isSha = name.Length is >= 7 and <= 40 && name.All(char.IsAsciiHexDigit);
        if (!isSha && name != "HEAD")
            return null;

        GitObject? target = await _objects.ReadAsync(name, cancellationToken);
        return target is { Type: "commit" } ? target.Sha : null;
    }

    public Task<GitObject?> ReadAsync(string name, CancellationToken cancellationToken) => _objects.ReadAsync(name, cancellationToken);

    public async Task<GitCommit> CommitAsync(string sha, CancellationToken cancellationToken) =>
        GitCommit.From(await _objects.ReadAsync(sha, cancellationToken) ?? throw new InvalidOperationException($"The commit {sha} is missing from {Path}."));

    /// <summary>
    /// Moves, creates or (with <c>null</c>) deletes a ref, only if it still is at <paramref name="expected"/> (<c>null</c> to not care); false when it is
    /// not.
    /// </summary>
    public async Task<bool> UpdateRefAsync(string name, string? sha, string? expected, CancellationToken cancellationToken)
    {
        string command = sha is null
            ? $"delete {name}{(expected is null ? "" : " " + expected)}\n"
            : $"update {name} {sha}{(expected is null ? "" : " " + expected)}\n";
        GitResult result = await GitProcess.TryRunAsync(Path, ["update-ref", "--stdin"], command, cancellationToken);
        _refs = result.ExitCode == 0 && IsBranchOrPull(name) && _refs is { } known ? With(known, name, sha) : null;
        return result.ExitCode == 0;
    }

    // What a tag names may be a tag object, which git has to be asked about; a branch and a pull request's refs name commits.
    private static bool IsBranchOrPull(string name) =>
        name.StartsWith(GitRef.Heads, StringComparison.Ordinal) || name.StartsWith("refs/pull/", StringComparison.Ordinal);

    private static Dictionary<string, GitRef> With(Dictionary<string, GitRef> known, string name, string? sha)
    {
        var refs = new Dictionary<string, GitRef>(known, StringComparer.Ordinal);
        if (sha is null)
            refs.Remove(name);
        else
            refs[name] = new GitRef(name, sha, "commit", sha);

        return refs;
    }

    private static bool Borrows(string path) =>
        new[] { "objects", System.IO.Path.Combine(".git", "objects") }.Any(folder => File.Exists(System.IO.Path.Combine(path, folder, "info", "alternates")))
        || File.Exists(System.IO.Path.Combine(path, ".git"));

    /// <summary>Writes an object; returns its sha.</summary>
    public async Task<string> WriteAsync(string type, string content, CancellationToken cancellationToken)
    {
        string[] arguments = ["hash-object", "-w", "--stdin", "-t", type];
        GitResult result = await GitProcess.TryRunAsync(Path, arguments, content, cancellationToken);
        return result.ExitCode == 0 ? result.Output.Trim() : throw GitProcess.Failed(arguments, result);
    }

    /// <summary>Writes a file's content; returns its sha.</summary>
    public async Task<string> WriteBlobAsync(byte[] content, CancellationToken cancellationToken)
    {
        string file = System.IO.Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, content, cancellationToken);
            return (await GitProcess.RunAsync(Path, ["hash-object", "-w", "--no-filters", file], cancellationToken)).Trim();
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Writes a tree: another one with lines as git-update-index(1) <c>--index-info</c> takes them; <c>null</c> when there is no such tree.</summary>
    public async Task<string?> WriteTreeAsync(string? onto, IReadOnlyList<string> lines, CancellationToken cancellationToken)
    {
        string index = System.IO.Path.Combine(Path, $"index-{Guid.NewGuid():N}");
        var environment = new Dictionary<string, string> { ["GIT_INDEX_FILE"] = index };
        try
        {
            GitResult read = await GitProcess.TryRunAsync(Path, ["read-tree", onto ?? "--empty"], input: null, cancellationToken, environment);
            if (read.ExitCode != 0)
                return null;

            string[] update = ["update-index", "-z", "--index-info"];
            GitResult updated = await GitProcess.TryRunAsync(Path, update, string.Concat(lines.Select(line => line + "\0")), cancellationToken, environment);
            return updated.ExitCode == 0
                ? (await GitProcess.TryRunAsync(Path, ["write-tree"], input: null, cancellationToken, environment)).Output.Trim()
                : throw GitProcess.Failed(update, updated);
        }
        finally
        {
            File.Delete(index);
        }
    }

    /// <summary>Writes a commit object as is: plumbing that needs no identity in the environment.</summary>
    public Task<string> WriteCommitAsync(GitCommit commit, CancellationToken cancellationToken)
    {
        string parents = string.Concat(commit.Parents.Select(parent => $"parent {parent}\n"));
        string message = commit.Message.EndsWith('\n') ? commit.Message : commit.Message + "\n";
        return WriteAsync("commit", $"tree {commit.Tree}\n{parents}author {commit.Author}\ncommitter {commit.Committer}\n\n{message}", cancellationToken);
    }

    public void Dispose() => _objects.Dispose();
}
