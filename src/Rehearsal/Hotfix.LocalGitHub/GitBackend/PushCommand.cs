namespace Hotfix.LocalGitHub.GitBackend;

/// <summary>One ref of a push, before it is applied; the zero sha stands for "not there".</summary>
internal sealed record PushCommand(string OldSha, string NewSha, string RefName)
{
    public bool Creates => OldSha.All(digit => digit == '0');

    public bool Deletes => NewSha.All(digit => digit == '0');
}
