namespace Hotfix.Git.Parsing;

/// <summary>What an annotated tag says (git-mktag(1)).</summary>
/// <param name="At">When it was made; <c>null</c> when it does not say.</param>
/// <param name="Message">Its text.</param>
internal sealed record TagObject(DateTimeOffset? At, string Message);
