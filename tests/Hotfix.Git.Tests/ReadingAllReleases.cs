using Hotfix.Core.Refs;
using Hotfix.Core.Reporting;
using Hotfix.Core.Snapshots;
using Hotfix.Testing;
using static Hotfix.Git.Tests.RemoteAndClone;

namespace Hotfix.Git.Tests;

public sealed class ReadingAllReleases : IDisposable
{
    private readonly RemoteAndClone _there = new();

    public void Dispose() => _there.Dispose();

    [Fact]
    public async Task HasTheirDatesWordsAndOrderAndMakesNoLocalTag()
    {
        TempRepository other = _there.Own(_there.Remote.Clone());
        var fix = CommitSha.Parse(other.CommitFile("app.txt", "fixed\n", "fix", TempRepository.Day(3)));
        other.Git(["tag", "--annotate", "v1.4.3", "--message", "Release ü v1.4.3\n\nHotfix-Lane: exceptional"], TempRepository.Day(4));
        var later = CommitSha.Parse(other.CommitFile("app.txt", "more\n", "more", TempRepository.Day(5)));
        other.Git(["tag", "v1.5.0"]);
        other.Git(["tag", "v1.6.0-rc.1"]);
        other.Git(["push", "--quiet", "origin", "main", "v1.4.3", "v1.5.0", "v1.6.0-rc.1"]);

        TagHistory history = await new TagHistoryReader(_there.Git).ReadAsync(
            await _there.LookAsync(),
            [later, CommitSha.Parse(new string('0', 40))],
            since: null,
            None
        );

        DatedTag[] tags = [.. history.Tags.OrderBy(tag => tag.Tag.Version)];
        Assert.Equal(["v1.4.2", "v1.4.3", "v1.5.0"], tags.Select(tag => tag.Tag.Name));
        Assert.Equal((fix, TempRepository.Day(4), "Release ü v1.4.3\n\nHotfix-Lane: exceptional"), (tags[1].Commit, tags[1].At, tags[1].Message.TrimEnd()));
        Assert.Equal((null, ""), (tags[2].At, tags[2].Message));
        Assert.Equal(1, history.Ancestry.FirstOf([.. tags.Select(tag => tag.Commit)])[fix]);
        Assert.Equal("v1.4.2", _there.Clone.Git(["tag", "--list"]));
    }

    [Fact]
    public async Task CostsFourProcessesHoweverManyThereAre()
    {
        for (int patch = 3; patch < 40; patch++)
        {
            _there.Clone.CommitFile("app.txt", $"{patch}\n", $"work {patch}", TempRepository.Day(patch));
            _there.Clone.Git(["tag", "--annotate", $"v1.4.{patch}", "--message", $"Release {patch}"], TempRepository.Day(patch));
        }

        _there.Clone.Git(["push", "--quiet", "origin", "main", "--tags"]);
        RemoteRefs remote = await _there.LookAsync();
        int before = _there.Git.ProcessesStarted;

        TagHistory history = await new TagHistoryReader(_there.Git).ReadAsync(remote, [], TempRepository.Day(1), None);

        Assert.Equal(38, history.Tags.Count);
        Assert.InRange(_there.Git.ProcessesStarted - before, 3, 6);
    }

    [Fact]
    public async Task IsEmptyWithoutARelease()
    {
        _there.Clone.Git(["push", "--quiet", "origin", "--delete", "v1.4.2"]);

        TagHistory history = await new TagHistoryReader(_there.Git).ReadAsync(await _there.LookAsync(), [], since: null, None);

        Assert.Empty(history.Tags);
    }
}
