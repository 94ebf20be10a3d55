using Hotfix.Core.Plans;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Policies;

/// <summary>Reads a commit's checks against the names that are required: a name counts before it has reported, and of a name every result must pass.</summary>
internal static class CheckAssessment
{
    /// <summary>Results that forbid merging: failed ones among the required; among all when nothing is required.</summary>
    public static IEnumerable<CheckResult> Failed(IReadOnlyList<RequiredCheck> required, IReadOnlyList<CheckResult> checks) =>
        checks.Where(check => check.State == CheckState.Failed && (required.Count == 0 || required.Any(name => Answers(check, name))));

    /// <summary>Required names that have not come to an end; all pending ones when nothing is required.</summary>
    /// <param name="required">By name, then app.</param>
    /// <param name="checks">What has reported.</param>
    /// <param name="explain">Says why a name has not reported; <c>null</c> where nothing is known about that.</param>
    public static IEnumerable<Wait> Waits(IReadOnlyList<RequiredCheck> required, IReadOnlyList<CheckResult> checks, Func<RequiredCheck, Wait>? explain = null)
    {
        foreach (RequiredCheck name in required.Where(name => !checks.Any(check => Answers(check, name))))
        {
            yield return explain?.Invoke(name)
                ?? new Wait($"required check '{name.Name}' has not reported", "CI, which has to run it on this commit", IsPerson: false);
        }

        foreach (CheckResult check in checks.Where(check => required.Count == 0 || required.Any(name => Answers(check, name))))
        {
            if (check.State == CheckState.Pending)
            {
                yield return new Wait($"check '{check.Name}' is {check.Detail.Replace('_', ' ')}", "CI, when it ends", IsPerson: false);
            }
            else if (check.State == CheckState.ActionRequired)
            {
                yield return new Wait($"check '{check.Name}' waits for approval of its run", $"somebody with write access: {check.Url}", IsPerson: true);
            }
        }
    }

    /// <summary>Whether a result is one of that required name, and of its app where one is named.</summary>
    public static bool Answers(CheckResult check, RequiredCheck required) =>
        check.Name == required.Name && (required.AppId is null || check.Kind == CheckKind.CommitStatus || check.AppId == required.AppId);
}
