using Hotfix.Core.Errors;
using Hotfix.Core.Plans;
using Hotfix.Core.Policies;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Releasing;

/// <summary>
/// Whether the commit that is to be released has been tested: by the required checks on it, or, where none run there, by those on the same content.
/// </summary>
internal static class ReleaseChecks
{
    public static IEnumerable<Refusal> Refusals(Snapshot snapshot, ReleaseSnapshot release)
    {
        foreach (CheckResult failed in CheckAssessment.Failed(snapshot.Rules.RequiredChecks, release.Checks))
            yield return ReleaseRefusals.RedCheck(failed, release);
    }

    public static IEnumerable<Wait> Waits(HotfixRequest request, Snapshot snapshot, ReleaseSnapshot release)
    {
        if (NoneReported(snapshot, release))
        {
            return GraceIsOver(request, snapshot) && (release.SameContentAs is not null || snapshot.Rules.RequiredChecks.Count == 0)
                ? []
                : [new Wait($"no required check has reported on {release.Commit.Short} yet", "CI, which runs on pushes to the base branch", IsPerson: false)];
        }

        // A check that only runs on pull requests never reports here: after the grace period, those count that did.
        IEnumerable<RequiredCheck> expected = GraceIsOver(request, snapshot)
            ? snapshot.Rules.RequiredChecks.Except(Absent(snapshot, release))
            : snapshot.Rules.RequiredChecks;
        return CheckAssessment.Waits([.. expected], Counted(snapshot, release));
    }

    public static IEnumerable<string> Notes(HotfixRequest request, Snapshot snapshot, ReleaseSnapshot release)
    {
        if (NoneReported(snapshot, release) && GraceIsOver(request, snapshot))
        {
            yield return release.SameContentAs is { } tested
                ? $"no check ran on {release.Commit.Short}; its content is that of {tested.Short}, where they passed"
                : $"no check ran on {release.Commit.Short}, and {snapshot.BaseBranch} requires none";
        }
        else if (GraceIsOver(request, snapshot))
        {
            foreach (RequiredCheck absent in Absent(snapshot, release))
                yield return $"required check '{absent.Name}' did not run on {release.Commit.Short}; the others did";
        }
    }

    private static bool NoneReported(Snapshot snapshot, ReleaseSnapshot release) =>
        snapshot.Rules.RequiredChecks.Count == 0
            ? release.Checks.Count == 0
            : !Counted(snapshot, release).Any(check => snapshot.Rules.RequiredChecks.Any(name => CheckAssessment.Answers(check, name)));

    // On a pull request GitHub itself decides whose status answers for a check that is bound to an app; here only we do, and a status does not say whose it is.
    private static CheckResult[] Counted(Snapshot snapshot, ReleaseSnapshot release) =>
        [
            .. release.Checks.Where(check =>
                !snapshot.Rules.RequiredChecks.Any(required => required.Name == check.Name && required.AppId is not null && required.AppId != check.AppId)
            ),
        ];

    private static IEnumerable<RequiredCheck> Absent(Snapshot snapshot, ReleaseSnapshot release) =>
        snapshot.Rules.RequiredChecks.Where(name => !Counted(snapshot, release).Any(check => CheckAssessment.Answers(check, name)));

    private static bool GraceIsOver(HotfixRequest request, Snapshot snapshot) =>
        snapshot.WatchingSince is { } since && snapshot.TakenAt - since >= request.CheckGrace;
}
