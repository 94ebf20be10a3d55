using System.Text.Json;
using System.Text.Json.Nodes;
using Hotfix.Core.Errors;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Git;

namespace Hotfix.Components.Testing;

/// <summary>What a test run proved about one commit, as a file: it is written where the tests run, and read where the credential is.</summary>
internal sealed class TestEvidenceFile
{
    private const string Schema = "hotfix-test-evidence/1";
    private readonly string _path;
    private readonly string _directory;
    private readonly CommitSha _commit;

    private TestEvidenceFile(string path, string directory, CommitSha commit)
    {
        (_path, _directory, _commit) = (path, directory, commit);
    }

    /// <summary>Before the tests run: which commit they are for.</summary>
    /// <exception cref="HotfixException">HF4018 when the work tree is not one commit.</exception>
    public static async Task<TestEvidenceFile> OpenAsync(string path, string directory, CancellationToken cancellationToken) =>
        new(Path.GetFullPath(path, Environment.CurrentDirectory), directory, await CommitAsync(directory, cancellationToken));

    /// <summary>What a file says; <c>null</c> when there is none.</summary>
    /// <exception cref="HotfixException">HF1141 when it cannot be read.</exception>
    public static TestEvidence? Read(string path)
    {
        if (!File.Exists(path))
            return null;

        try
        {
            JsonNode file = JsonNode.Parse(File.ReadAllText(path))!;
            return (string?)file["schema"] == Schema
                ? new TestEvidence(
                    CommitSha.Parse((string)file["commit"]!),
                    Count(file, "passed"),
                    Count(file, "failed"),
                    Count(file, "skipped"),
                    TimeSpan.FromSeconds(Count(file, "seconds"))
                )
                {
                    IsCounted = (bool?)file["counted"] ?? true,
                }
                : throw new FormatException($"Its schema is not {Schema}.");
        }
        catch (Exception e)
            when (e
                    is JsonException
                        or FormatException
                        or InvalidOperationException
                        or ArgumentException
                        or NullReferenceException
                        or IOException
                        or UnauthorizedAccessException
                        or HotfixException
            )
        {
            string problem = e is NullReferenceException ? "a part is missing" : e.Message.Split('\n')[0];
            throw new HotfixException(
                "HF1141",
                what: $"--test-evidence names {path}, which is no evidence; nothing was changed.",
                why: $"It is not what './build.sh Test --test-evidence <file>' writes: {problem}",
                next: "Write it again with that command, on the commit that is meant."
            );
        }
    }

    /// <summary>After they ran: nothing moved meanwhile.</summary>
    /// <exception cref="HotfixException">HF4018 when something did.</exception>
    public async Task WriteAsync(TestRun run, CancellationToken cancellationToken)
    {
        CommitSha now = await CommitAsync(_directory, cancellationToken);
        if (now != _commit)
            throw NotOneCommit(_directory, $"It was at {_commit.Short} before the tests, and is at {now.Short} now.");

        var file = new JsonObject
        {
            ["schema"] = Schema,
            ["commit"] = _commit.Value,
            ["passed"] = run.Passed,
            ["failed"] = run.Failed,
            ["skipped"] = run.Skipped,
            ["counted"] = run.IsCounted,
            ["seconds"] = (int)run.Duration.TotalSeconds,
        };
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        await File.WriteAllTextAsync(_path, file.ToJsonString() + "\n", cancellationToken);
    }

    private static int Count(JsonNode file, string name) => (int)file[name]! is >= 0 and var count ? count : throw new FormatException($"{name} is negative");

    private static async Task<CommitSha> CommitAsync(string directory, CancellationToken cancellationToken)
    {
        WorkTree tree = await new GitReader(new GitCommandLine(directory)).ReadWorkTreeAsync(cancellationToken);
        return tree.IsDirty
            ? throw NotOneCommit(directory, $"It has changes that are not committed: {string.Join(", ", tree.ChangedFiles.Take(5))}.")
            : tree.Head ?? throw NotOneCommit(directory, "It has no commit.");
    }

    private static HotfixException NotOneCommit(string directory, string why) =>
        new(
            "HF4018",
            what: $"The work tree {directory} is not one commit, so that a test run in it proves nothing about any; no evidence was written.",
            why: why,
            next: "Commit or put aside what changed (a test run must not change tracked files), and run it again; or leave --test-evidence out."
        );
}
