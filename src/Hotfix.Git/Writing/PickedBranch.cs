using System.Text.RegularExpressions;
using Hotfix.Core.Plans;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Git.Reading;

namespace Hotfix.Git.Writing;

/// <summary>Makes the commits of a preview and the branch that holds them.</summary>
internal sealed partial class PickedBranch(GitCommandLine git, PickPreview preview, CommitSigning signing)
{
    public async Task<CommitSha> CreateAsync(BranchName branch, string note, CancellationToken cancellationToken)
    {
        if (await Branches.ReadTipAsync(git, branch, cancellationToken) is { } present && await IsSameAsync(present, cancellationToken))
            return present;

        IReadOnlyDictionary<string, string?> identity = await Identity.SubstituteAsync(git, cancellationToken) ?? new Dictionary<string, string?>();
        string tip = preview.Onto.Value;
        foreach (PickPreview.Applied picked in Kept())
            tip = await CommitAsync(picked, tip, identity, cancellationToken);

        if (EndsWithNote())
            tip = await CommitTreeAsync((LastTree() ?? $"{preview.Onto}^{{tree}}", tip), note, identity, cancellationToken);

        CommitSha made = CommitSha.Parse(tip);
        await new BranchCreation(git).CreateAsync(branch, made, cancellationToken);
        return made;
    }

    private PickPreview.Applied[] Kept() => [.. preview.Picked.Where(picked => !picked.ChangesNothing)];

    // GitHub opens no pull request from a branch without a commit of its own.
    private bool EndsWithNote() => preview.Conflict is not null || Kept().Length == 0;

    private string? LastTree() => Kept().LastOrDefault()?.Tree;

    /// <summary>Whether the branch has exactly the trees that would be made: an earlier run made them.</summary>
    private async Task<bool> IsSameAsync(CommitSha tip, CancellationToken cancellationToken)
    {
        if (!await History.IsAncestorAsync(git, preview.Onto, tip, cancellationToken))
            return false;

        string trees = await git.ReadAsync(
            ["log", "--reverse", "--no-show-signature", "--no-color", "--format=%T", tip.Value, $"^{preview.Onto}", "--"],
            cancellationToken
        );
        string last = LastTree() ?? await git.ReadAsync(["rev-parse", "--verify", $"{preview.Onto}^{{tree}}"], cancellationToken);
        string[] wanted = [.. Kept().Select(picked => picked.Tree), .. EndsWithNote() ? [last] : Array.Empty<string>()];
        return trees.Split('\n', StringSplitOptions.RemoveEmptyEntries).SequenceEqual(wanted);
    }

    private async Task<string> CommitAsync(
        PickPreview.Applied picked,
        string parent,
        IReadOnlyDictionary<string, string?> identity,
        CancellationToken cancellationToken
    )
    {
        string said = await git.ReadAsync(
            ["log", "-1", "--no-show-signature", "--no-color", "--date=raw", "--format=%an%x00%ae%x00%ad%x00%B", picked.Pick.Commit.Value],
            cancellationToken
        );
        string[] parts = said.Split('\0', 4);
        var environment = new Dictionary<string, string?>(identity)
        {
            ["GIT_AUTHOR_NAME"] = parts[0],
            ["GIT_AUTHOR_EMAIL"] = parts[1],
            ["GIT_AUTHOR_DATE"] = "@" + parts[2],
        };
        return await CommitTreeAsync((picked.Tree, parent), WithOrigin(parts[3], picked.Pick.Commit), environment, cancellationToken);
    }

    // As git-cherry-pick(1) -x: behind trailers without, behind anything else with an empty line.
    private static string WithOrigin(string message, CommitSha origin)
    {
        string text = message.TrimEnd();
        string last = text.Split("\n\n")[^1];
        bool endsInTrailers = text.Contains("\n\n", StringComparison.Ordinal) && last.Split('\n').All(line => Trailer().IsMatch(line));
        return $"{text}\n{(endsInTrailers ? "" : "\n")}(cherry picked from commit {origin})";
    }

    private async Task<string> CommitTreeAsync(
        (string Tree, string Parent) what,
        string message,
        IReadOnlyDictionary<string, string?> environment,
        CancellationToken cancellationToken
    )
    {
        string sign = await Signing.OfCommitsAsync(git, signing, cancellationToken);
        var call = new GitCall(["commit-tree", sign, what.Tree, "-p", what.Parent, "-F", "-"])
        {
            StandardInput = message.TrimEnd() + "\n",
            Environment = environment,
        };
        GitResult result = await git.RunAsync(call, cancellationToken);
        return await Signing.OfCommitAsync(git, sign, result, cancellationToken);
    }

    [GeneratedRegex(@"^([A-Za-z0-9-]+: .|\(cherry picked from commit [0-9a-f]+\)$)")]
    private static partial Regex Trailer();
}
