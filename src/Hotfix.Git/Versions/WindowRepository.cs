using System.Text;
using Hotfix.Core.Refs;

namespace Hotfix.Git.Versions;

/// <summary>A throw-away repository that borrows the clone's objects, with only the refs and as much history as GitVersion is to see.</summary>
/// <remarks>Source: gitrepository-layout(5). Written by hand: no process is needed for five small files.</remarks>
internal sealed class WindowRepository : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hotfix-version-");

    public string Path => _folder.FullName;

    private string GitDir => System.IO.Path.Combine(Path, ".git");

    /// <summary>Makes it the repository of one branch and some tags.</summary>
    /// <param name="objects">The clone's object store.</param>
    /// <param name="branch">Checked out; every tag is made lightweight, which GitVersion does not tell apart.</param>
    /// <param name="others">Commit by full ref name: tags, and further branches.</param>
    /// <param name="cuts">Commits whose parents are not to be seen.</param>
    public async Task WriteAsync(
        string objects,
        (BranchName Name, CommitSha Tip) branch,
        IEnumerable<(string RefName, CommitSha Commit)> others,
        IEnumerable<string> cuts
    )
    {
        string[] cutLines = [.. cuts];
        var refs = new StringBuilder($"{branch.Tip} {branch.Name.RefName}\n");
        foreach ((string name, CommitSha commit) in others)
            refs.Append(commit).Append(' ').Append(name).Append('\n');

        Directory.CreateDirectory(System.IO.Path.Combine(GitDir, "objects", "info"));
        Directory.CreateDirectory(System.IO.Path.Combine(GitDir, "refs"));
        await WriteFileAsync("objects/info/alternates", objects + "\n");
        await WriteFileAsync("config", "[core]\n\trepositoryformatversion = 0\n\tbare = false\n");
        await WriteFileAsync("packed-refs", refs.ToString());
        await WriteFileAsync("HEAD", $"ref: {branch.Name.RefName}\n");
        if (cutLines.Length > 0)
            await WriteFileAsync("shallow", string.Join('\n', cutLines) + "\n");
    }

    public Task WriteConfigurationAsync(VersionConfiguration configuration, CancellationToken cancellationToken) =>
        configuration.Text is null
            ? Task.CompletedTask
            : File.WriteAllTextAsync(System.IO.Path.Combine(Path, configuration.FileName), configuration.Text, cancellationToken);

    public void Dispose() => _folder.Delete(recursive: true);

    private Task WriteFileAsync(string name, string content) => File.WriteAllTextAsync(System.IO.Path.Combine(GitDir, name), content, CancellationToken.None);
}
