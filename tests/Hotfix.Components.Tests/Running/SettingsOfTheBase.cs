using Hotfix.Components.Running;
using Hotfix.Core.Requests;
using Hotfix.Git;
using Hotfix.Testing;

namespace Hotfix.Components.Tests.Running;

/// <summary>What judges a branch is read at the tip of its base, in the folder that the engine takes.</summary>
[Trait("Starts", "processes")]
public sealed class SettingsOfTheBase : IDisposable
{
    private static readonly string[] OfTheFork = [".fallout", ".nuke"];
    private readonly TempRepository _remote = new(bare: true);
    private readonly TempRepository _clone;

    public SettingsOfTheBase()
    {
        _clone = _remote.Clone();
    }

    public void Dispose()
    {
        _clone.Dispose();
        _remote.Dispose();
    }

    [Theory]
    [InlineData(".fallout", 3)]
    [InlineData(".nuke", 3)]
    public async Task AreReadInWhicheverFolderOfTheForkHasThem(string folder, int expected)
    {
        _clone.Write($"{folder}/parameters.json", "{ \"MaxFiles\": 3 }");
        Push();
        _clone.Write($"{folder}/parameters.json", "{ \"MaxFiles\": 900 }");

        BaseSettings? settings = await ReadAsync(OfTheFork, here: "{ \"MaxFiles\": 900 }");

        Assert.Equal(expected, settings?.Number("MaxFiles", 900, 20));
    }

    [Fact]
    public async Task OfTheForksOwnFolderCountBeforeThoseOfNuke()
    {
        _clone.Write(".fallout/parameters.json", "{ \"MaxFiles\": 3 }").Write(".nuke/parameters.json", "{ \"MaxFiles\": 900 }");
        Push();

        Assert.Equal(3, (await ReadAsync(OfTheFork, here: null))?.Number("MaxFiles", value: null, 20));
    }

    [Fact]
    public async Task OfTheForkAreNoneOfNukes()
    {
        _clone.Write(".fallout/parameters.json", "{ \"MaxFiles\": 3 }");
        Push();

        Assert.Null(await ReadAsync([".nuke"], here: null));
    }

    private void Push()
    {
        _clone.Commit("Settings");
        _clone.Git(["push", "--quiet", "origin", "HEAD:main"]);
        _remote.Git(["symbolic-ref", "HEAD", "refs/heads/main"]);
    }

    private async Task<BaseSettings?> ReadAsync(IReadOnlyList<string> folders, string? here)
    {
        var git = new GitReader(new GitCommandLine(_clone.Path, environment: _clone.Environment));
        return await BaseSettings.ReadAsync(git, new BaseSettings.Place(here, _ => false) { Folders = folders }, new HotfixRequest(), CancellationToken.None);
    }
}
