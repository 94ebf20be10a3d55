using System.Text.Json;
using System.Text.RegularExpressions;

namespace Hotfix.Components.Testing;

/// <summary>A command that most likely runs the tests of a repository in another language. It is proposed, and never run unasked.</summary>
/// <param name="Command">As it would be typed.</param>
/// <param name="Evidence">The file that says so.</param>
internal sealed partial record ForeignTests(string Command, string Evidence)
{
    private static readonly (string File, Func<string, string?> Command)[] Known =
    [
        ("package.json", OfNode),
        ("deno.json", _ => "deno test"),
        ("go.mod", _ => "go test ./..."),
        ("Cargo.toml", _ => "cargo test"),
        ("pom.xml", directory => Has(directory, "mvnw") ? "./mvnw test" : "mvn test"),
        ("build.gradle", OfGradle),
        ("build.gradle.kts", OfGradle),
        ("build.sbt", _ => "sbt test"),
        ("pyproject.toml", OfPython),
        ("pytest.ini", OfPython),
        ("tox.ini", OfPython),
        ("setup.py", OfPython),
        ("Gemfile", directory => Directory.Exists(Path.Combine(directory, "spec")) ? "bundle exec rspec" : "bundle exec rake test"),
        ("composer.json", directory => HasScript(directory, "composer.json") is not null ? "composer test" : "vendor/bin/phpunit"),
        ("mix.exs", _ => "mix test"),
        ("Package.swift", _ => "swift test"),
        ("pubspec.yaml", directory => Read(directory, "pubspec.yaml").Contains("sdk: flutter", StringComparison.Ordinal) ? "flutter test" : "dart test"),
    ];

    /// <summary>Each at most once; a makefile's target only where nothing else says more.</summary>
    public static ForeignTests[] In(string directory)
    {
        ForeignTests[] found =
        [
            .. Known
                .Where(known => Has(directory, known.File))
                .Select(known => (known.File, Command: known.Command(directory)))
                .Where(pair => pair.Command is not null)
                .Select(pair => new ForeignTests(pair.Command!, pair.File))
                .DistinctBy(one => one.Command),
        ];
        return found.Length > 0 || !Has(directory, "Makefile") || !TestTarget().IsMatch(Read(directory, "Makefile"))
            ? found
            : [new ForeignTests("make test", "the target 'test' of Makefile")];
    }

    // 'npm init' writes a script that only says that there is none.
    private static string? OfNode(string directory) =>
        HasScript(directory, "package.json") is not { } script || script.Contains("no test specified", StringComparison.Ordinal) ? null
        : Has(directory, "pnpm-lock.yaml") ? "pnpm test"
        : Has(directory, "yarn.lock") ? "yarn test"
        : Has(directory, "bun.lock") || Has(directory, "bun.lockb") ? "bun run test"
        : "npm test";

    private static string OfGradle(string directory) => Has(directory, "gradlew") ? "./gradlew test" : "gradle test";

    private static string OfPython(string directory) =>
        Has(directory, "uv.lock") ? "uv run pytest"
        : Has(directory, "poetry.lock") ? "poetry run pytest"
        : "pytest";

    private static string? HasScript(string directory, string file)
    {
        try
        {
            using var document = JsonDocument.Parse(Read(directory, file));
            return document.RootElement.TryGetProperty("scripts", out JsonElement scripts) && scripts.TryGetProperty("test", out JsonElement script)
                ? script.ToString()
                : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static bool Has(string directory, string file) => File.Exists(Path.Combine(directory, file));

    private static string Read(string directory, string file) => File.ReadAllText(Path.Combine(directory, file));

    [GeneratedRegex("^test[ \t]*:([^=]|$)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex TestTarget();
}
