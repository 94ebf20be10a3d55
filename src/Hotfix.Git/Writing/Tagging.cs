using System.Globalization;
using Hotfix.Core.Errors;
using Hotfix.Core.Plans;
using Hotfix.Core.Refs;
using Hotfix.Core.Text;
using Hotfix.Git.Parsing;
using Hotfix.Git.Reading;

namespace Hotfix.Git.Writing;

/// <summary>Makes an annotated tag at the remote and nowhere else.</summary>
/// <remarks>Source: git-mktag(1); a signed one is made by git-tag(1), which alone knows how to ask for the signature.</remarks>
internal sealed class Tagging(GitCommandLine git, SelectedRemote remote, TimeProvider time)
{
    public async Task<Outcome> TagAsync(PlanStep.CreateTag step, CancellationToken cancellationToken)
    {
        string tagObject = await MakeObjectAsync(step, cancellationToken);
        GitResult result = await git.PushAsync(
            Pushing.PushCall(remote, (tagObject, step.Tag.RefName), lease: ""),
            async () => await RemoteListing.ReadTagAsync(git, remote, step.Tag, cancellationToken) is null,
            cancellationToken
        );
        if (result.IsSuccess && PushOutput.Parse(result.Output).Flag == '*')
            return new Outcome(step, $"{step.Tag} ({tagObject}) at {remote.Name} is {step.Commit}");

        return await ExplainAsync(step, result, cancellationToken);
    }

    private async Task<string> MakeObjectAsync(PlanStep.CreateTag step, CancellationToken cancellationToken)
    {
        if (step.IsSigned || await Signing.AreTagsSignedAsync(git, cancellationToken))
            return await SignAsync(step, cancellationToken);

        Identity tagger = await Identity.OfCommitterAsync(git, cancellationToken);
        string when = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        string text = $"""
            object {step.Commit}
            type commit
            tag {step.Tag}
            tagger {tagger} {when} +0000

            {SecretMask.Mask(step.Message).ReplaceLineEndings("\n").TrimEnd()}

            """;
        var call = new GitCall(["mktag"]) { StandardInput = text.ReplaceLineEndings("\n") };
        GitResult result = await git.RunAsync(call, cancellationToken);
        return result.IsSuccess ? result.Line : throw GitErrors.Failed(result);
    }

    // It makes the object and a tag of this clone; the second is put back as it was.
    private async Task<string> SignAsync(PlanStep.CreateTag step, CancellationToken cancellationToken)
    {
        GitResult before = await git.RunAsync(["rev-parse", "--verify", "--quiet", step.Tag.RefName], cancellationToken);
        var call = new GitCall(["tag", "--sign", "--force", "--cleanup=verbatim", "--file=-", step.Tag.Name, step.Commit.Value])
        {
            StandardInput = SecretMask.Mask(step.Message).ReplaceLineEndings("\n").TrimEnd() + "\n",
            Environment = await Identity.SubstituteAsync(git, cancellationToken),
        };
        GitResult result = await git.RunAsync(call, cancellationToken);
        if (!result.IsSuccess)
            throw Signing.Failed($"The tag '{step.Tag}'", result);

        string made = await git.ReadAsync(["rev-parse", "--verify", step.Tag.RefName], CancellationToken.None);
        string[] back = before.IsSuccess ? [step.Tag.RefName, before.Line, made] : ["-d", step.Tag.RefName, made];
        await git.ReadAsync(["update-ref", .. back], CancellationToken.None);
        if (!await Signing.IsSignedAsync(git, made, cancellationToken))
            throw Signing.Failed($"The tag '{step.Tag}'", result);

        return made;
    }

    private async Task<Outcome> ExplainAsync(PlanStep.CreateTag step, GitResult result, CancellationToken cancellationToken)
    {
        RemoteTag? actual = await RemoteListing.ReadTagAsync(git, remote, step.Tag, cancellationToken);
        PushOutput answer = PushOutput.Parse(result.Output);
        return actual switch
        {
            { } tag when tag.Commit == step.Commit => new Outcome(step, $"{step.Tag} at {remote.Name} is {step.Commit} already", WasFound: true),
            { } tag => throw new HotfixException(
                "HF2050",
                what: $"The tag '{step.Tag}' exists at '{remote.Name}' and names another commit; nothing was changed.",
                why: $"It is {tag.Commit}; it was to be {step.Commit}.",
                next: "A published tag is never moved: find out who made it, and release this commit as the next patch."
            ),
            null => throw (
                answer is { Flag: '!', IsDecided: true }
                    ? Pushing.Refused(remote, $"the tag '{step.Tag}'", (result, answer))
                    : Pushing.NotArrived(remote, $"the tag '{step.Tag}'", result)
            ),
        };
    }
}
