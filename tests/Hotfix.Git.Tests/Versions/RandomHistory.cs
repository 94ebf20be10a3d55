using System.Globalization;
using System.Text;

namespace Hotfix.Git.Tests.Versions;

/// <summary>
/// A history as teams make them, written by git-fast-import(1): commits, late and early merges, squashes, pre-releases, annotated and
/// lightweight tags, support and hotfix branches, commit texts that GitVersion listens to. The same seed gives the same shas.
/// </summary>
internal sealed class RandomHistory(int seed)
{
    private readonly Random _random = new(seed);
    private readonly StringBuilder _stream = new();
    private readonly Dictionary<string, int> _tips = [];
    private readonly Dictionary<string, (int Major, int Minor, int Patch)> _versions = [];
    private readonly HashSet<string> _tags = [];
    private int _marks;
    private int _topics;

    /// <summary>The input of <c>git fast-import</c>.</summary>
    public string Write(int steps)
    {
        Commit("main", "initial");
        _versions["main"] = (1, 0, 0);
        for (int step = 0; step < steps; step++)
            Step();

        return _stream.ToString();
    }

    private void Step()
    {
        string line = Pick([.. _versions.Keys]);
        switch (_random.Next(14))
        {
            case 0 or 1 or 2:
                Commit(line, Pick("work", "fix a thing", "work", "work\n\n+semver: minor", "chore", "fix +semver: patch"));
                break;
            case 3:
                Commit(line, $"Squashed topic (#{_random.Next(1, 90)})\n\n* one\n* two");
                break;
            case 4 or 5:
                StartTopic(line);
                break;
            case 6 or 7 or 8:
                MergeTopic(line);
                break;
            case 9 or 10:
                TagRelease(line, _tips[line]);
                break;
            case 11:
                // A second tag of the same commit: a pre-release that became the release, or a number that was skipped.
                TagRelease(line, _tips[line]);
                TagRelease(line, _tips[line]);
                break;
            case 12:
                TagOffTheLine(line);
                break;
            default:
                if (line == "main" && _versions.Count < 3)
                {
                    string support = string.Create(
                        CultureInfo.InvariantCulture,
                        $"support/{_versions["main"].Major}.{_versions["main"].Minor}.{_versions.Count}x"
                    );
                    _tips[support] = _tips["main"];
                    _versions[support] = _versions["main"];
                    Commit(support, "support work");
                }

                break;
        }
    }

    private void StartTopic(string line)
    {
        (int major, int minor, int patch) = _versions[line];
        string version = string.Create(CultureInfo.InvariantCulture, $"{major}.{minor + _random.Next(2)}.{patch + 1}");
        string topic = _random.Next(6) == 0 ? $"{Pick("release", "hotfix")}/{version}-t{++_topics}" : $"{Pick("feature", "hotfix", "bugfix")}/t{++_topics}";
        _tips[topic] = _tips[line];
        Commit(topic, "topic work");
    }

    private void MergeTopic(string line)
    {
        string[] topics = [.. _tips.Keys.Where(name => !_versions.ContainsKey(name) && _tips[name] != _tips[line])];
        if (topics.Length == 0)
            return;

        string topic = Pick(topics);
        string text = Pick($"Merge branch '{topic}' into {line}", $"Merge pull request #{_random.Next(1, 90)} from octo/{topic}\n\nTopic", "Bring it in");
        Commit(line, text, _tips[topic]);
        if (_random.Next(3) > 0)
        {
            _tips.Remove(topic);
        }
        else
        {
            Commit(topic, "topic goes on");
        }
    }

    // A release that was cut on a topic, and may never come back to the line.
    private void TagOffTheLine(string line)
    {
        string[] topics = [.. _tips.Keys.Where(name => !_versions.ContainsKey(name))];
        if (topics.Length > 0)
            TagRelease(line, _tips[Pick(topics)]);
    }

    private void TagRelease(string line, int commit)
    {
        (int major, int minor, int patch) = _versions[line];
        (int Major, int Minor, int Patch) next = _random.Next(8) switch
        {
            0 when line == "main" => (major + 1, 0, 0),
            1 or 2 when line == "main" => (major, minor + 1, 0),
            _ => (major, minor, patch + 1),
        };
        bool isPrerelease = _random.Next(4) == 0;
        string suffix = isPrerelease ? string.Create(CultureInfo.InvariantCulture, $"-{Pick("rc", "beta")}.{_random.Next(1, 4)}") : "";
        string name = string.Create(CultureInfo.InvariantCulture, $"v{next.Major}.{next.Minor}.{next.Patch}{suffix}");
        if (!_tags.Add(name))
            return;

        if (!isPrerelease)
            _versions[line] = next;

        _stream.Append(
            _random.Next(2) == 0
                ? $"reset refs/tags/{name}\nfrom :{commit}\n\n"
                : $"tag {name}\nfrom :{commit}\ntagger Ada <ada@example.com> {Now()} +0000\ndata 1\nx\n"
        );
    }

    private void Commit(string branch, string text, int? merged = null)
    {
        _marks++;
        string body = text + "\n";
        _stream.Append(
            CultureInfo.InvariantCulture,
            $"commit refs/heads/{branch}\nmark :{_marks}\ncommitter Ada <ada@example.com> {Now()} +0000\ndata {body.Length}\n{body}"
        );
        if (_tips.TryGetValue(branch, out int parent))
            _stream.Append(CultureInfo.InvariantCulture, $"from :{parent}\n");

        if (merged is { } other)
            _stream.Append(CultureInfo.InvariantCulture, $"merge :{other}\n");

        string content = _marks.ToString(CultureInfo.InvariantCulture);
        _stream.Append(CultureInfo.InvariantCulture, $"M 644 inline f{_marks % 7}\ndata {content.Length}\n{content}\n\n");
        _tips[branch] = _marks;
    }

    private long Now() => 1_767_258_000L + (3600L * (_marks + _tags.Count));

    private string Pick(params string[] choices) => choices[_random.Next(choices.Length)];
}
