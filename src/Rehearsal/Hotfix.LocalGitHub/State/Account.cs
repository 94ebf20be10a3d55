namespace Hotfix.LocalGitHub.State;

/// <summary>A user, by its login; tokens point at it.</summary>
internal sealed record Account(long Id, string Login)
{
    public string Email => $"{Id}+{Login}@users.noreply.localhost";
}
