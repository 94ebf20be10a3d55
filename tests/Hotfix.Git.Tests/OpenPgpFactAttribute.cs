namespace Hotfix.Git.Tests;

/// <summary>A test that needs gpg(1).</summary>
internal sealed class OpenPgpFactAttribute : FactAttribute
{
    public OpenPgpFactAttribute() =>
        Skip = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "gpg")))
            ? null
            : "gpg is not installed.";
}
