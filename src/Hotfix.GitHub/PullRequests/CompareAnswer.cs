namespace Hotfix.GitHub.PullRequests;

/// <summary>The field of <c>GET …/compare/{base}...{head}</c> that is read here.</summary>
internal sealed record CompareAnswer(int BehindBy);
