using Hotfix.Testing;

namespace Hotfix.Scenarios.Lab;

/// <summary>One run from nothing to the release, with CI and a reviewer who act as soon as there is a pull request.</summary>
internal static class Players
{
    /// <summary>The least that a run waits for; with players, nobody has to start it twice.</summary>
    public static string[] HotfixOf(string description, string fix, params string[] more) =>
        ["Hotfix", "--description", description, "--fix", fix, "--poll-interval", "1s", "--check-grace", "0s", .. more];

    /// <summary>A fix as a patch file beside the clone: nothing is checked out, nothing is committed.</summary>
    public static string Patch(this HotfixLab lab, string file = "src/checkout.txt", string content = "fixed")
    {
        TempRepository clone = lab.Clone;
        string was = File.Exists(Path.Combine(clone.Path, file)) ? File.ReadAllText(Path.Combine(clone.Path, file)) : "";
        string test = $"tests/{Path.GetFileName(file)}";
        clone.Write(file, content).Write(test, content);
        clone.Git(["add", "--intent-to-add", "."]);
        string patch = clone.Git(["diff"]) + "\n";
        clone.Git(["reset", "--quiet"]);
        File.Delete(Path.Combine(clone.Path, test));
        if (was.Length > 0)
            clone.Write(file, was);
        else
            File.Delete(Path.Combine(clone.Path, file));

        string path = Path.Combine(lab.Home, $"{Guid.NewGuid():N}.patch");
        File.WriteAllText(path, patch);
        return path;
    }

    /// <summary>Runs to the end; every pull request that opens meanwhile is built green and approved, and so is every merge.</summary>
    public static async Task<RunResult> PlayAsync(this HotfixLab lab, TargetRun run)
    {
        using (run)
        {
            await lab.PlayUntilAsync(() => run.HasEnded);
            return await run.EndAsync();
        }
    }

    /// <summary>Builds and approves each new head until the condition holds.</summary>
    public static async Task PlayUntilAsync(this HotfixLab lab, Func<bool> isOver)
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        int seen = -1;
        for (int i = 0; i < 6_000 && !isOver(); i++)
        {
            int writes = lab.Server.Requests.Snapshot().Count(request => request.User == "engineer" && request.Method is "POST" or "PUT" or "PATCH");
            if (writes != seen)
            {
                seen = writes;
                await lab.MoveAsync(done);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(30), TimeProvider.System);
        }
    }

    private static async Task MoveAsync(this HotfixLab lab, HashSet<string> done)
    {
        foreach (System.Text.Json.Nodes.JsonNode? pull in await lab.ListAsync("pulls?state=all"))
        {
            if (pull!["merged_at"] is not null)
            {
                string merge = pull["merge_commit_sha"]!.GetValue<string>();
                if (done.Add(merge))
                    await lab.ReportAsync(merge);

                continue;
            }

            string head = pull["head"]!["sha"]!.GetValue<string>();
            if (!done.Add(head))
                continue;

            await lab.LetThroughAsync(head, pull["number"]!.GetValue<int>());
        }
    }
}
