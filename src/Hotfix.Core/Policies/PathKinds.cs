namespace Hotfix.Core.Policies;

/// <summary>What a changed file is, told by its path.</summary>
internal static class PathKinds
{
    private static readonly PathPattern[] TestPatterns =
    [
        new("**/test/**"),
        new("**/tests/**"),
        new("**/spec/**"),
        new("**/specs/**"),
        new("**/__tests__/**"),
        new("**/*.Tests/**"),
        new("**/*.Test/**"),
        new("**/*.Specs/**"),
        new("**/*UnitTests/**"),
        new("**/*IntegrationTests/**"),
        new("**/androidTest/**"),
        new("**/testdata/**"),
        new("**/cypress/**"),
        CaseSensitive("*Tests.cs"),
        CaseSensitive("*Test.cs"),
        CaseSensitive("*Tests.fs"),
        CaseSensitive("*Test.fs"),
        CaseSensitive("*Tests.vb"),
        CaseSensitive("*Test.vb"),
        CaseSensitive("*Test.java"),
        CaseSensitive("*Tests.java"),
        CaseSensitive("*IT.java"),
        CaseSensitive("*Test.kt"),
        CaseSensitive("*Tests.kt"),
        CaseSensitive("*Test.groovy"),
        CaseSensitive("*Spec.groovy"),
        CaseSensitive("*Spec.kt"),
        CaseSensitive("*Test.scala"),
        CaseSensitive("*Spec.scala"),
        CaseSensitive("*Spec.hs"),
        CaseSensitive("*Test.php"),
        CaseSensitive("*Tests.swift"),
        CaseSensitive("*Test.swift"),
        new("*_test.go"),
        new("test_*.py"),
        new("*_test.py"),
        new("conftest.py"),
        new("*.test.*"),
        new("*.spec.*"),
        new("*.cy.*"),
        new("*_spec.rb"),
        new("*_test.rb"),
        new("test_*.rb"),
        new("*_test.exs"),
        new("*_test.dart"),
        new("*_test.rs"),
        new("*_test.c"),
        new("*_test.cc"),
        new("*_test.cpp"),
        new("*_unittest.cc"),
        new("*_test.erl"),
        new("*_SUITE.erl"),
    ];

    private static readonly PathPattern[] LockFilePatterns =
    [
        new("packages.lock.json"),
        new("package-lock.json"),
        new("npm-shrinkwrap.json"),
        new("yarn.lock"),
        new("pnpm-lock.yaml"),
        new("*.lock"),
        new("go.sum"),
        new("gradle.lockfile"),
    ];

    /// <summary>The path patterns of lock files.</summary>
    public static IReadOnlyList<string> LockFiles { get; } = [.. LockFilePatterns.Select(pattern => pattern.Text)];

    /// <summary>Whether the file belongs to the tests.</summary>
    public static bool IsTest(string path) => TestPatterns.Any(pattern => pattern.Matches(path));

    /// <summary>Whether a package manager wrote the file.</summary>
    public static bool IsLockFile(string path) => LockFilePatterns.Any(pattern => pattern.Matches(path));

    // Latest.cs and Contest.java are no tests.
    private static PathPattern CaseSensitive(string pattern) => new(pattern, ignoreCase: false);
}
