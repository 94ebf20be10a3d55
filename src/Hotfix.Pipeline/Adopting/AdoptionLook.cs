using System.Text.RegularExpressions;
using Hotfix.Core.Adopting;
using Hotfix.Core.Conventions;
using Hotfix.Core.Doctoring;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Versions;
using Hotfix.Git;
using Hotfix.Pipeline.Doctoring;

namespace Hotfix.Pipeline.Adopting;

/// <summary>Looks at a repository before anything is written: its branches, tags, history and workflows. Asks no server; changes nothing.</summary>
internal sealed partial class AdoptionLook(string root, HotfixConventions conventions)
{
    private const int Subjects = 60;
    private readonly GitCommandLine _git = new(root);

    /// <param name="facts">The files that decide something.</param>
    /// <param name="own">Paths of this software's workflows.</param>
    /// <param name="cancellationToken">Stops git.</param>
    public async Task<AdoptionFindings> ReadAsync(AdoptionFacts facts, IReadOnlyList<string> own, CancellationToken cancellationToken)
    {
        string[] paths = (await OutputAsync(["ls-files", "-z", "--cached", "--others", "--exclude-standard"], cancellationToken)).Split(
            '\0',
            StringSplitOptions.RemoveEmptyEntries
        );
        RemoteTag[] tags =
        [
            .. (await OutputAsync(["for-each-ref", "--format=%(refname:strip=2) %(objectname) %(*objectname)", "refs/tags"], cancellationToken))
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Where(parts => parts.Length > 1)
                .Select(parts => new RemoteTag(parts[0], CommitSha.Parse(parts[1]), CommitSha.Parse(parts[^1]))),
        ];
        string[] subjects = (await OutputAsync(["log", $"--max-count={Subjects}", "--no-merges", "--format=%s"], cancellationToken)).Split(
            '\n',
            StringSplitOptions.RemoveEmptyEntries
        );

        // Ours call their script; a team's file of the same name does not.
        (string Path, string Text)[] theirs =
        [
            .. facts
                .Files.Where(file =>
                    file.Key.StartsWith(".github/workflows/", StringComparison.Ordinal)
                    && !(own.Contains(file.Key) && file.Value.Contains(AdoptedTool.Mark, StringComparison.Ordinal))
                )
                .Select(file => (file.Key, file.Value)),
        ];
        TeamWorkflow[] team = [.. theirs.Select(file => Of(WorkflowYaml.Read(file.Path, file.Text), file.Text))];
        string[] environments =
        [
            .. theirs
                .SelectMany(file => EnvironmentLine().Matches(file.Text))
                .Select(match => match.Groups["name"].Value.Trim('"', '\''))
                .Where(name => !name.Contains("${{", StringComparison.Ordinal))
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
        return new AdoptionFindings
        {
            Paths = paths,
            DefaultBranch = await DefaultBranchAsync(cancellationToken),
            Tags = ReleaseTags.Of(conventions, tags, TagPrefix(facts)),
            Versioning = FoundVersioning.In(facts, paths),
            Title = TitlePattern.Find(paths, subjects, theirs.Select(file => file.Text)),
            Release = FoundRelease.In(team),
            Deployment = FoundDeployment.In(team, environments),
            Environments = environments,
        };
    }

    /// <summary>What a workflow of the repository takes when it is started; <c>null</c> when that is not understood.</summary>
    public static DispatchInputs? Takes(AdoptionFacts facts, string file)
    {
        if (!facts.WorkflowFiles.TryGetValue(file, out string? text))
            return new DispatchInputs(file, Inputs: null) { Instead = [.. facts.WorkflowFiles.Keys.Order(StringComparer.Ordinal)] };

        WorkflowTriggers triggers = WorkflowYaml.Read(file, text);
        return triggers.Problem is not null ? null : DispatchLook.Of(file, triggers);
    }

    /// <summary>The folder of the build project, and whether <c>build.sh</c> is ours or free.</summary>
    /// <param name="wanted"><c>--build-folder</c>; <c>null</c>: the first that is free.</param>
    /// <param name="cancellationToken">Stops git.</param>
    /// <exception cref="Core.Errors.HotfixException">HF4258 when that folder cannot be used.</exception>
    public async Task<(string Folder, bool IsThere)> BuildFolderAsync(string? wanted, CancellationToken cancellationToken)
    {
        if (wanted is null && AdoptionChoices.Folders.FirstOrDefault(IsOurs) is { } present)
            return (present, true);

        var obstacles = new List<string>();
        foreach (string folder in wanted is null ? AdoptionChoices.Folders : [wanted.Trim().Trim('/')])
        {
            if (IsOurs(folder))
                return (folder, true);
            if (await ObstacleAsync(folder, cancellationToken) is not { } obstacle)
                return (folder, false);

            obstacles.Add($"{folder}: {obstacle}");
        }

        throw AdoptionErrors.NoFolderForABuild(obstacles);
    }

    private bool IsOurs(string folder) =>
        File.Exists(Path.Combine(root, folder, "_build.csproj"))
        && File.ReadAllText(Path.Combine(root, folder, "_build.csproj")).Contains("Hotfix.Components", StringComparison.Ordinal);

    private async Task<string?> ObstacleAsync(string folder, CancellationToken cancellationToken)
    {
        if (!FolderName().IsMatch(folder))
            return "it is one folder of the root, of letters, digits, '-', '_' and '.'";

        string? same = Directory
            .EnumerateFileSystemEntries(root)
            .Select(Path.GetFileName)
            .FirstOrDefault(name => name!.Equals(folder, StringComparison.OrdinalIgnoreCase));
        return same == folder ? "it is in use"
            : same is not null ? $"'{same}' is there, and some file systems do not tell them apart"
            : (await _git.RunAsync(["check-ignore", "--quiet", "--no-index", $"{folder}/_build.csproj"], cancellationToken)).ExitCode == 0 ? "git ignores it"
            : null;
    }

    private async Task<string?> DefaultBranchAsync(CancellationToken cancellationToken)
    {
        foreach (
            string[] question in (string[][])
                [
                    ["symbolic-ref", "--quiet", "--short", "refs/remotes/origin/HEAD"],
                    ["symbolic-ref", "--quiet", "--short", "HEAD"],
                ]
        )
        {
            GitResult answer = await _git.RunAsync(question, cancellationToken);
            if (answer.IsSuccess)
                return answer.Line.StartsWith("origin/", StringComparison.Ordinal) ? answer.Line["origin/".Length..] : answer.Line;
        }

        return null;
    }

    // A repository without a commit has no history; that is no failure here.
    private async Task<string> OutputAsync(string[] arguments, CancellationToken cancellationToken) =>
        await _git.RunAsync(arguments, cancellationToken) is { IsSuccess: true } answer ? answer.Output : "";

    private static TeamWorkflow Of(WorkflowTriggers triggers, string text) =>
        new(triggers.FileName, text)
        {
            Dispatch = triggers.Dispatch?.DistinctBy(input => input.Name).ToDictionary(input => input.Name, input => input.MustBeSent),
            HasTags = triggers.Tags is not null,
        };

    private static string? TagPrefix(AdoptionFacts facts) =>
        GitVersionFile
            .Names.Select(facts.Find)
            .OfType<string>()
            .Select(path => TagPrefixLine().Match(facts.Files[path]))
            .FirstOrDefault(match => match.Success)
            ?.Groups["value"]
            .Value;

    [GeneratedRegex(@"^ {4}environment:[ \t]*(?:\n {6}name:[ \t]*)?(?<name>[^\s#]+)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex EnvironmentLine();

    [GeneratedRegex(
        @"^tag-prefix:[ \t]*(?<quote>['""]?)(?<value>.*?)\k<quote>[ \t]*(\s#.*)?\r?$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant
    )]
    private static partial Regex TagPrefixLine();

    [GeneratedRegex(@"^[\w-][\w.-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex FolderName();
}
