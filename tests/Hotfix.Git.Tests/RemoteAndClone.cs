using System.Collections.Concurrent;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Hotfix.Git.Tests;

/// <summary>A bare remote with one commit on main, tagged v1.4.2, and a clone of it in which the code under test stands.</summary>
internal sealed class RemoteAndClone : IDisposable
{
    private static readonly ConcurrentDictionary<string, RepositoryTemplate> Templates = new(StringComparer.Ordinal);
    private readonly List<IDisposable> _owned = [];

    public RemoteAndClone(string remoteName = "origin")
    {
        RepositoryTemplate template = Templates.GetOrAdd(remoteName, name => new RepositoryTemplate(folder => Make(folder, name)));
        Remote = Own(TempRepository.CopyOf(template, "remote"));
        RemoteName = remoteName;
        Clone = Own(TempRepository.CloneOf(template, "clone", template.At("remote"), Remote.Path));
        Git = At(Clone);
        Reader = new GitReader(Git);
        Writer = new GitWriter(Git, remote: null, Clock);
    }

    public static CancellationToken None => CancellationToken.None;

    public TempRepository Remote { get; }

    public string RemoteName { get; }

    public TempRepository Clone { get; }

    public FakeTimeProvider Clock { get; } = new(TempRepository.Day(10));

    public GitCommandLine Git { get; }

    public GitReader Reader { get; }

    public GitWriter Writer { get; }

    public CommitSha Head => CommitSha.Parse(Clone.Head);

    public static GitCommandLine At(TempRepository repository) => new(repository.Path, environment: repository.Environment);

    public static BranchName Branch(string name) => BranchName.Parse(name);

    public TempRepository Own(TempRepository repository)
    {
        _owned.Add(repository);
        return repository;
    }

    /// <summary>What somebody else's clone pushes to the remote.</summary>
    public CommitSha PushFromElsewhere(string branch, string file, string content)
    {
        TempRepository other = Own(Remote.Clone());
        other.Git(["switch", "--quiet", "--no-track", "--create", "work", "origin/main"]);
        string sha = other.CommitFile(file, content, $"change {file}");
        other.Git(["push", "--quiet", "--force", "origin", $"HEAD:refs/heads/{branch}"]);
        return CommitSha.Parse(sha);
    }

    public void InstallRemoteHook(string name, string script) => InstallHook(Path.Combine(Remote.Path, "hooks"), name, script);

    public void InstallHook(string name, string script) => InstallHook(Path.Combine(Clone.Path, ".git", "hooks"), name, script);

    public async Task<RemoteRefs> LookAsync() => await Reader.ReadRemoteAsync(remote: null, None);

    public void Dispose() => _owned.ForEach(owned => owned.Dispose());

    private static void Make(string folder, string remoteName)
    {
        string remote = Path.Combine(folder, "remote");
        TempRepository.At(folder).Git(["init", "--quiet", "--bare", "--initial-branch=main", remote]);
        TempRepository.At(remote).Git(["clone", "--quiet", $"--origin={remoteName}", remote, Path.Combine(folder, "clone")]);
        TempRepository clone = TempRepository.At(Path.Combine(folder, "clone"));
        clone.CommitFile("app.txt", "one\ntwo\nthree\n", "first");
        clone.Git(["tag", "--annotate", "v1.4.2", "--message", "1.4.2"]);
        clone.Git(["push", "--quiet", remoteName, "main", "v1.4.2"]);
    }

    private static void InstallHook(string folder, string name, string script)
    {
        Directory.CreateDirectory(folder);
        string path = Path.Combine(folder, name);
        File.WriteAllText(path, $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
