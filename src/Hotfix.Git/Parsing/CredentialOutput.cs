namespace Hotfix.Git.Parsing;

/// <summary>What <c>git credential fill</c> said: <c>key=value</c> lines.</summary>
internal static class CredentialOutput
{
    public static GitCredential? Parse(string output)
    {
        string? password = Value(output, "password=");
        return string.IsNullOrEmpty(password) ? null : new GitCredential(Value(output, "username=") ?? "", password);
    }

    private static string? Value(string output, string key) =>
        output.Split('\n').FirstOrDefault(line => line.StartsWith(key, StringComparison.Ordinal))?[key.Length..].TrimEnd('\r');
}
