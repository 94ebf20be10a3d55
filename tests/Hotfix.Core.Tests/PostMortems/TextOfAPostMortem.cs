using System.Text.RegularExpressions;
using Hotfix.Core.Errors;
using Hotfix.Core.PostMortems;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Telling;
using Hotfix.Core.Tests.Building;
using Hotfix.Core.Tests.Lanes;
using Hotfix.Core.Tests.Telling;
using Hotfix.Core.Timeline;
using Hotfix.Testing;

namespace Hotfix.Core.Tests.PostMortems;

public sealed partial class TextOfAPostMortem
{
    [Fact]
    public void TellsTheFactsAndAsksTheQuestions() => Golden.Verify(PostMortemText.Compose(Worked.Facts, PostMortemTemplate.Default));

    [Fact]
    public void HasDurationsThatAddUp()
    {
        string text = PostMortemText.Compose(Worked.Facts, PostMortemTemplate.Default);

        string[] spent = [.. Spent().Matches(text).Select(match => match.Groups["time"].Value)];
        Assert.Equal("1 h 7 min 10 s", spent[^1]);
        Assert.Equal(4_030, spent[..^1].Sum(Seconds));
        Assert.Equal(4_030, Since().Matches(text).Sum(match => Seconds(match.Groups["time"].Value)));
    }

    [Theory]
    [MemberData(nameof(Hostile.Descriptions), MemberType = typeof(Hostile))]
    public void ShowsWhatPeopleWroteAsText(string words)
    {
        PostMortemFacts facts = Worked.Facts with
        {
            Description = words,
            OverBudgetReason = words,
            Log = [.. Enum.GetValues<ThreadEntryKind>().Select(kind => new ThreadEntry(Some.Day(1), kind, words) { Who = words, Reason = words })],
            Gaps = [words],
            Candidates = [new CauseCandidate(new BlamedCommit(Some.FixTip, Some.Day(0), words, 1, [words]), null)],
            UnknownCandidates = [words],
            Changes = [new FileChange(words, words, 1, 1, IsBinary: false)],
            Size = Worked.Facts.Size! with { TestFiles = [words] },
        };
        NewIssue issue = PostMortemRecord.Compose(
            new PostMortemRecord("v1.4.3", new DateOnly(2026, 1, 12), "ada", IsDone: false),
            words,
            PostMortemText.Compose(facts, PostMortemTemplate.Default)
        );

        string outside = Fences().Replace(issue.Body, "");

        Assert.InRange(issue.Marker.On(issue.Body).Length, 1, 65_536);
        Assert.DoesNotContain(Hostile.Mark, issue.Body, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"(?<![\\])[@<](?!https)", outside);
        Assert.DoesNotContain("\u202e", outside, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2026, 1, 12), PostMortemRecord.Read(IssueOfADebt.Opened(issue))!.Due);
    }

    [Fact]
    public void IsNeverTooLongForGitHub()
    {
        string url = "https://github.com/" + new string('x', 1_900);
        PostMortemFacts facts = Worked.Facts with
        {
            Description = new string('`', 20_000),
            Candidates =
            [
                .. Enumerable
                    .Range(1, 50)
                    .Select(number => new CauseCandidate(
                        new BlamedCommit(Some.Sha(number), Some.Day(0), new string('#', 900), 1, []),
                        new PullRequestLink(number, url)
                    )),
            ],
            Changes = [.. Enumerable.Range(1, 500).Select(number => new FileChange(new string('_', 900), null, number, 1, IsBinary: false))],
            Timeline = HotfixTimeline.Of(
                Enumerable.Range(0, 200).Select(number => new Moment(MomentKind.Approval, Some.Day(number), new string('@', 400), url)),
                [],
                now: null
            ),
        };

        string text = PostMortemText.Compose(facts, PostMortemTemplate.Default);

        Assert.InRange(text.Length, 1_000, PostMortemText.MaxLength);
        Assert.Contains("_Left out: it would be too long here._", text, StringComparison.Ordinal);
        Assert.Contains("### Root cause", text, StringComparison.Ordinal);
        Assert.Equal(PostMortemText.MaxLength, PostMortemText.Compose(facts, PostMortemTemplate.Parse(new string('x', 100_000), "the template")).Length);
    }

    [Fact]
    public void NamesNobodyAsTheAuthorOfACandidate() =>
        Assert.DoesNotContain(typeof(BlamedCommit).GetProperties(), property =>
            property.Name.Contains("Author", StringComparison.Ordinal) && property.PropertyType == typeof(string)
        );

    [Fact]
    public void SaysWhatIsNotKnown()
    {
        var bare = new PostMortemFacts(Worked.Hotfix, "x", HotfixTimeline.Of([], [], now: null));

        string text = PostMortemText.Compose(bare, PostMortemTemplate.Parse("{{impact}}|{{changes}}|{{candidates}}|{{overrides}}|{{timeline}}", "t"));

        Assert.Equal("When it began and ended is not known.|What it changed could not be read.|They could not be looked for.|None is recorded.|", text);
    }

    [Fact]
    public void FollowsATeamsTemplateAndExpandsNothingInPeoplesWords()
    {
        PostMortemFacts facts = Worked.Facts with { Description = "{{timeline}} {{nonsense}}" };

        string text = PostMortemText.Compose(facts, PostMortemTemplate.Parse("# {{ tag }}\r\n{{description}}\r\n", "t"));

        Assert.Equal("# v1\\.4\\.3\n```text\n{{timeline}} {{nonsense}}\n```\n", text);
    }

    [Fact]
    public void RefusesATemplateThatNamesWhatThereIsNotAndListsWhatThereIs()
    {
        HotfixException refused = Assert.Throws<HotfixException>(() =>
            PostMortemTemplate.Parse("{{timeline}} {{culprit}} {{}}", ".github/POST_MORTEM_TEMPLATE.md of main")
        );

        Assert.Equal("HF4272", refused.Code);
        Assert.Contains("'{{culprit}}', '{{}}'", refused.Refusal.What, StringComparison.Ordinal);
        Assert.All(PostMortemText.Names, name => Assert.Contains($"{{{{{name}}}}}", refused.Refusal.Why, StringComparison.Ordinal));
    }

    [Fact]
    public void IsDescribedWithEveryPlaceInItsDocument()
    {
        string document = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "post-mortems.md"));

        Assert.All(PostMortemText.Names, name => Assert.Contains($"| `{{{{{name}}}}}` |", document, StringComparison.Ordinal));
    }

    private static int Seconds(string duration) =>
        Part()
            .Matches(duration)
            .Sum(part =>
                int.Parse(part.Groups["number"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)
                * part.Groups["unit"].Value switch
                {
                    "d" => 86_400,
                    "h" => 3_600,
                    "min" => 60,
                    _ => 1,
                }
            );

    [GeneratedRegex(
        @"^\| \*{0,2}(finding and fixing|waiting for checks|waiting for review|waiting for the merge|releasing|deploying and verifying|in all)\*{0,2} \| \*{0,2}(?<time>[^|*]+?)\*{0,2} \|$",
        RegexOptions.Multiline
    )]
    private static partial Regex Spent();

    [GeneratedRegex(@"^\| [0-9 :-]+ UTC \| (?<time>[^|]+) \|", RegexOptions.Multiline)]
    private static partial Regex Since();

    [GeneratedRegex(@"(?<number>\d+) (?<unit>d|h|min|s)\b")]
    private static partial Regex Part();

    [GeneratedRegex(@"^(?<fence>`{3,})text\n.*?\n\k<fence>$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fences();
}
