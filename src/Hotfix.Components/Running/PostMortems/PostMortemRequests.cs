using Hotfix.Core.Errors;
using Hotfix.Core.PostMortems;
using Hotfix.Core.Requests;
using Hotfix.Pipeline.PostMortems;

namespace Hotfix.Components.Running.PostMortems;

/// <summary>Reads the parameters of <c>PostMortem</c>: the one place where their texts are understood.</summary>
internal static class PostMortemRequests
{
    /// <exception cref="HotfixException">HF1012, HF1040, HF1042, HF1044 or HF4141 for a value that does not fit.</exception>
    public static PostMortemRequest Parse(IPostMortem build)
    {
        var request = new PostMortemRequest
        {
            Tag = ReleaseTags.Parse("--tag", build.Tag),
            Owner = RequestParser.Login("--post-mortem-owner", build.PostMortemOwner),
            IncidentStart = PointInTime.Parse("--incident-start", build.IncidentStart, TimeProvider.System.GetUtcNow()),
            File = FileOf(build),
        };
        return request with
        {
            DueIn = build.PostMortemDue is { } due
                ? RequestParser.Duration("--post-mortem-due", due, TimeSpan.FromHours(1), TimeSpan.FromDays(90))
                : request.DueIn,
        };
    }

    private static string? FileOf(IPostMortem build)
    {
        if (build.PostMortemFile is not { } text)
            return null;

        string? path = RepositoryFile.Locate(build.RootDirectory, text);
        return path
            ?? throw new HotfixException(
                "HF1044",
                what: $"--post-mortem-file is '{text}'; nothing was changed.",
                why: $"It takes a file below {build.RootDirectory}, outside of .git, and no link leads out of there.",
                next: "For example: --post-mortem-file docs/post-mortems/v1.4.3.md"
            );
    }
}
