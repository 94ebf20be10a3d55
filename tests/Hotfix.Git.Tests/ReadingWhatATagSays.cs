using Hotfix.Core.Snapshots;
using Hotfix.Testing;
using static Hotfix.Git.Tests.RemoteAndClone;

namespace Hotfix.Git.Tests;

public sealed class ReadingWhatATagSays : IDisposable
{
    private readonly RemoteAndClone _there = new();

    public void Dispose() => _there.Dispose();

    [Fact]
    public async Task FetchesATagThatIsNotHereAndMakesNoLocalOne()
    {
        TempRepository other = _there.Own(_there.Remote.Clone());
        other.Git(["tag", "--annotate", "v1.4.3", "--message", "Release v1.4.3\n\nHotfix-Lane: exceptional"]);
        other.Git(["push", "--quiet", "origin", "v1.4.3"]);
        RemoteRefs remote = await _there.LookAsync();

        string message = await new TagMessages(_there.Git).ReadAsync(remote, remote.Tag("v1.4.3")!, None);

        Assert.Equal("Release v1.4.3\n\nHotfix-Lane: exceptional", message.TrimEnd());
        Assert.Equal("v1.4.2", _there.Clone.Git(["tag", "--list"]));
    }

    [Fact]
    public async Task IsEmptyForALightweightOne()
    {
        _there.Clone.Git(["tag", "v1.4.3"]);
        _there.Clone.Git(["push", "--quiet", "origin", "v1.4.3"]);
        RemoteRefs remote = await _there.LookAsync();

        Assert.Equal("", await new TagMessages(_there.Git).ReadAsync(remote, remote.Tag("v1.4.3")!, None));
    }
}
