using System.Globalization;
using System.Text;
using Hotfix.Core.Lanes;
using Hotfix.Core.PostMortems;
using Hotfix.Core.Refs;
using Hotfix.Core.Telling;
using Hotfix.LocalGitHub;
using Hotfix.Testing;

namespace Hotfix.Scenarios.Reporting;

/// <summary>
/// A repository with years of releases and hotfixes, made in a second: the commits by git-fast-import(1), the rest told to the server. The same numbers give
/// the same shas.
/// </summary>
internal sealed class ManyHotfixes
{
    private static readonly string[] Titles =
    [
        "Hotfix: null ref in checkout",
        "Hotfix: basket forgets the voucher",
        "Hotfix: <script>alert(1)</script> & \"quotes\" in the search",
        "Hotfix: תשלום נכשל בעגלה ‮txet desrever‬",
        "Hotfix: time zone of the invoice",
        "Hotfix: =HYPERLINK(\"http://example.com\",\"free\")",
        "Hotfix: " + new string('x', 10_000),
        "Hotfix: login loop on an expired session",
    ];

    private readonly StringBuilder _stream = new();
    private readonly List<Func<Dictionary<int, string>, PastPullRequest>> _pulls = [];
    private readonly List<Func<Dictionary<int, string>, PastDeployment>> _deployments = [];
    private readonly List<Func<Dictionary<int, string>, (string, string, DateTimeOffset)>> _releases = [];
    private readonly List<PastIssue> _issues = [];
    private int _mark;
    private int _main;
    private int _minor;
    private int _patch;

    private ManyHotfixes(int count, DateTimeOffset begin)
    {
        _main = Commit("refs/heads/main", 0, begin, "Sell things", ".nuke/parameters.json", "{}\n");
        _main = Commit("refs/heads/main", _main, begin, "Ignore what is made", ".gitignore", ".nuke/temp/\n.nuke/build.schema.json\noutput/\n");
        Release(_main, begin.AddHours(1), "standard");
        for (int at = 0; at < count; at++)
        {
            DateTimeOffset time = begin.AddDays(2 + (at * 4)).AddHours(at * 7 % 24);
            Plan(time);
            for (int more = 0; more < 1 + (at * 5 % 4); more++)
                Plan(time.AddHours(2 + (2 * more)));

            Fix(at, time.AddHours(11));
        }
    }

    /// <summary>Makes the repository in a folder that is empty, and tells what happened in it.</summary>
    public static async Task<Past> MakeAsync(string folder, int count, DateTimeOffset begin)
    {
        var made = new ManyHotfixes(count, begin);
        TempRepository repository = TempRepository.At(folder);
        repository.Git(["init", "--quiet", "--initial-branch=main"]);
        string marks = Path.Combine(folder, ".git", "marks");
        await repository.ImportAsync(input => input.WriteAsync(made._stream), $"--export-marks={marks}");

        Dictionary<int, string> shas = (await File.ReadAllLinesAsync(marks))
            .Select(line => line[1..].Split(' '))
            .ToDictionary(parts => int.Parse(parts[0], CultureInfo.InvariantCulture), parts => parts[1]);
        return new Past
        {
            Actor = "ci",
            PullRequests = [.. made._pulls.Select(pull => pull(shas))],
            Deployments = [.. made._deployments.Select(deployment => deployment(shas))],
            Releases = [.. made._releases.Select(release => release(shas))],
            Issues = made._issues,
        };
    }

    // A release as planned: nobody is in a hurry.
    private void Plan(DateTimeOffset time)
    {
        _main = Commit("refs/heads/main", _main, time, "Sell more things", "src/shop.txt", $"{time:O}\n");
        (_minor, _patch) = (_minor + 1, 0);
        Release(_main, time.AddMinutes(20), "standard");
    }

    private void Fix(int at, DateTimeOffset begun)
    {
        bool isExceptional = at % 7 == 3;
        (int released, string name) = (_main, string.Create(CultureInfo.InvariantCulture, $"hotfix/incident-{at + 1}"));
        string support = string.Create(CultureInfo.InvariantCulture, $"support/1.{_minor}");
        int fix = Commit("refs/heads/work", released, begun, "Guard against it", "src/fix.txt", $"{at}\n", $"tests/fix{at % 5}Tests.cs");
        DateTimeOffset opened = begun.AddMinutes(5 + (at * 17 % 90));
        DateTimeOffset merged = opened.AddMinutes(20 + (at * 31 % 400) + (at % 19 == 0 ? 2_000 : 0));
        int merge = Commit(
            isExceptional ? $"refs/heads/{support}" : "refs/heads/main",
            released,
            merged,
            $"Merge {name}",
            "src/fix.txt",
            $"{at}\n",
            $"tests/fix{at % 5}Tests.cs",
            merged: fix
        );
        _main = isExceptional ? _main : merge;
        _patch++;
        BranchName branch = BranchName.Parse(name);
        _pulls.Add(shas => new PastPullRequest(name, isExceptional ? support : "main")
        {
            BaseSha = shas[released],
            HeadSha = shas[fix],
            MergeSha = shas[merge],
            Title = Titles[at % Titles.Length],
            Author = "engineer",
            OpenedAt = opened,
            MergedAt = merged,
            Approvals = [("reviewer", merged.AddMinutes(-4))],
            Checks = [("build", opened.AddMinutes(1), opened.AddMinutes(9)), ("scan", opened.AddMinutes(2), opened.AddMinutes(6))],
            Comments = at % 3 == 0 ? [Thread(branch, at, opened)] : [],
        });
        string tag = Release(merge, merged.AddMinutes(6 + (at % 11)), isExceptional ? "exceptional" : "standard");
        if (isExceptional)
        {
            _issues.Add(
                new PastIssue(
                    $"Carry the fix of {tag} over",
                    new Debt(ReleaseTag.TryParse(tag)!).Marker.On(""),
                    Debt.Label,
                    merged,
                    at % 2 == 0 ? merged.AddDays(2) : null
                )
            );
        }

        if (at % 2 == 0)
        {
            _issues.Add(
                new PastIssue(
                    $"Post-mortem: {tag}",
                    PostMortemRecord.MarkerOf(ReleaseTag.TryParse(tag)!).On("Due: 2026-01-12\n"),
                    PostMortemRecord.Label,
                    merged,
                    at % 4 == 0 ? merged.AddDays(5) : null
                )
            );
        }

        if (at % 25 == 24)
            Deploy(released, merged.AddHours(3));
    }

    private string Release(int mark, DateTimeOffset time, string lane)
    {
        string tag = string.Create(CultureInfo.InvariantCulture, $"v1.{_minor}.{_patch}");
        string message = $"Release {tag}\n\nHotfix-Lane: {lane}\n";
        _stream.Append(
            CultureInfo.InvariantCulture,
            $"tag {tag}\nfrom :{mark}\ntagger ci <ci@example.com> {time.ToUnixTimeSeconds()} +0000\ndata {Encoding.UTF8.GetByteCount(message)}\n{message}\n"
        );
        _releases.Add(shas => (tag, shas[mark], time));
        Deploy(mark, time.AddMinutes(3));
        return tag;
    }

    private void Deploy(int mark, DateTimeOffset time)
    {
        _deployments.Add(shas => new PastDeployment("production", shas[mark], time, time.AddMinutes(4)) { Payload = """{"hotfix":"made-up"}""" });
    }

    private int Commit(string branch, int parent, DateTimeOffset time, string message, string path, string content, string? test = null, int merged = 0)
    {
        _mark++;
        string from = parent > 0 ? $"from :{parent}\n" : "";
        string merge = merged > 0 ? $"merge :{merged}\n" : "";
        _stream.Append(
            CultureInfo.InvariantCulture,
            $"commit {branch}\nmark :{_mark}\ncommitter Ada <ada@example.com> {time.ToUnixTimeSeconds()} +0000\ndata {message.Length}\n{message}\n{from}{merge}M 644 inline {path}\ndata {content.Length}\n{content}\n"
        );
        _stream.Append(test is null ? "" : string.Create(CultureInfo.InvariantCulture, $"M 644 inline {test}\ndata {content.Length}\n{content}\n"));
        return _mark;
    }

    private static string Thread(BranchName branch, int at, DateTimeOffset time)
    {
        ThreadLog log = ThreadLog.Empty;
        if (at % 9 == 0)
            log = log.With(new ThreadEntry(time, ThreadEntryKind.Override, "size budget") { Reason = "the parser had to be <b>replaced</b>, @channel" });

        return ThreadText.MarkerOf(branch).On($"### Hotfix\n{log.Text}");
    }
}
