namespace Hotfix.Components;

/// <summary>
/// Names of our targets, for what goes by a name: a file below the components knows none of them. A test compares them with the targets themselves.
/// </summary>
internal static class TargetNames
{
    public const string CreateHotfixBranch = "CreateHotfixBranch";
    public const string Test = "Test";
    public const string OpenPR = "OpenPR";
    public const string AwaitMerge = "AwaitMerge";
    public const string Release = "Release";
    public const string Hotfix = "Hotfix";
    public const string Deploy = "Deploy";
    public const string AwaitDeploy = "AwaitDeploy";
    public const string Verify = "Verify";
    public const string Rollback = "Rollback";
    public const string Abandon = "Abandon";
    public const string DescribeRelease = "DescribeRelease";
    public const string Status = "Status";
    public const string PostMortem = "PostMortem";
    public const string ForwardPort = "ForwardPort";
    public const string Doctor = "Doctor";
    public const string ListOpen = "ListOpen";
    public const string Report = "Report";
    public const string Drill = "Drill";
    public const string LocalGitHub = "LocalGitHub";
    public const string Benchmark = "Benchmark";
    public const string Init = "Init";
}
