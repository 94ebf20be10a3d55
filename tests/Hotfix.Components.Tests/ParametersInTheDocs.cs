using System.Globalization;
using System.Reflection;
using System.Text;
using Hotfix.Components.Guards;
using Hotfix.Testing;

namespace Hotfix.Components.Tests;

/// <summary>docs/parameters.md is made from the declarations; <c>HOTFIX_ACCEPT=1</c> writes it anew.</summary>
public sealed class ParametersInTheDocs
{
    private static readonly string[] Conventions =
    [
        nameof(IHazHotfix.TagPattern),
        nameof(IHazHotfix.Product),
        nameof(IHazHotfix.ProductFolder),
        nameof(IHazHotfix.Ticket),
        nameof(IHazHotfix.Title),
        nameof(IHazHotfix.HotfixPrefix),
        nameof(IHazHotfix.SupportPattern),
        nameof(IHazHotfix.ForwardPortPrefix),
        nameof(IHazHotfix.RevertPrefix),
    ];

    private static readonly string[] JudgesAHotfix =
    [
        nameof(IHazHotfix.MaxFiles),
        nameof(IHazHotfix.MaxLines),
        nameof(IHazHotfix.ForbiddenPaths),
        nameof(IHazHotfix.RequireTest),
        nameof(IHazHotfix.RequiredChecks),
        nameof(IHazHotfix.Reviewers),
        nameof(IHazHotfix.Labels),
        nameof(IHazHotfix.MergeMethod),
        nameof(IHazHotfix.HotfixApp),
        nameof(IHazHotfix.OverBudget),
    ];

    [Fact]
    public void AreThoseThatAreDeclared()
    {
        string file = RepositoryRoot.Combine("docs", "parameters.md");
        string page = Page();
        if (Environment.GetEnvironmentVariable("HOTFIX_ACCEPT") == "1")
            File.WriteAllText(file, page);

        Assert.Equal(page, File.ReadAllText(file).ReplaceLineEndings("\n"));
    }

    private static string Page()
    {
        (string Owner, KnownParameter Parameter)[] all =
        [
            .. typeof(IHazHotfix)
                .Assembly.GetExportedTypes()
                .Where(type => type.IsInterface && type != typeof(IBenchmark))
                .OrderBy(type => type.Name, StringComparer.Ordinal)
                .SelectMany(type =>
                    type.GetProperties()
                        .Where(property => property.IsDefined(typeof(ParameterAttribute), inherit: false))
                        .Select(property => (type.Name, Known(property)))
                ),
        ];
        var text = new StringBuilder(
            """
            # Parameters

            <!-- Made from the declarations by a test: HOTFIX_ACCEPT=1 dotnet test tests/Hotfix.Components.Tests --filter ParametersInTheDocs writes it anew. -->

            Pass them as `--name value`, as an environment variable with the prefix `NUKE_` (`NUKE_DESCRIPTION`), or in `.nuke/parameters.json` under the name in the last column.
            Secrets belong into variables: the command line is readable by everybody on the machine.

            - [Your conventions](#your-conventions): what your team calls things
            - [What judges a hotfix](#what-judges-a-hotfix)
            - [Every target](#every-target)
            - [Single targets](#single-targets)

            ## Your conventions

            Found in the repository where it can be found, and said here where not. A build class can override `Conventions`, the one value that they make.


            """.ReplaceLineEndings("\n")
        );
        Table(text, all.Where(one => Conventions.Contains(one.Parameter.Name)).OrderBy(one => Array.IndexOf(Conventions, one.Parameter.Name)));
        text.Append(
            "\n## What judges a hotfix\n\nRead from `.nuke/parameters.json` at the tip of the standard base, never from the branch that is judged; what is typed can only be stricter.\n\n"
        );
        Table(text, all.Where(one => JudgesAHotfix.Contains(one.Parameter.Name)).OrderBy(one => Array.IndexOf(JudgesAHotfix, one.Parameter.Name)));
        text.Append("\n## Every target\n\n");
        Table(
            text,
            all.Where(one => one.Owner == nameof(IHazHotfix) && !Conventions.Contains(one.Parameter.Name) && !JudgesAHotfix.Contains(one.Parameter.Name))
        );
        text.Append("\n## Single targets\n");
        foreach (
            IGrouping<string, (string Owner, KnownParameter Parameter)> group in all.Where(one => one.Owner != nameof(IHazHotfix)).GroupBy(one => one.Owner)
        )
        {
            text.Append(CultureInfo.InvariantCulture, $"\n### {Heading(group.Key)}\n\n");
            Table(text, group);
        }

        return text.ToString();
    }

    private static string Heading(string component) =>
        component switch
        {
            nameof(IHazDeployment) => "Deploy, AwaitDeploy, Verify, Rollback, DescribeRelease",
            nameof(IHazPackages) => "Init, Pack",
            nameof(IHazReason) => "Rollback, Abandon",
            nameof(IRunTests) => "Test",
            _ => component[1..],
        };

    private static void Table(StringBuilder text, IEnumerable<(string Owner, KnownParameter Parameter)> rows)
    {
        text.Append("| parameter | meaning | takes | in the file |\n|---|---|---|---|\n");
        foreach ((_, KnownParameter parameter) in rows)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"| `{parameter.Switch}` | {parameter.Member!.GetCustomAttribute<ParameterAttribute>()!.Description!.Replace("<slug>", "…", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal)} | {Takes(parameter)} | {(parameter.IsSecret ? "never" : $"`{parameter.Name}`")} |\n"
            );
        }
    }

    private static string Takes(KnownParameter parameter) =>
        parameter.IsSecret ? "a secret"
        : parameter.IsBoolean ? "nothing, or true or false"
        : parameter.IsList ? "a list"
        : (Nullable.GetUnderlyingType(parameter.Type) ?? parameter.Type) == typeof(int) ? "a number"
        : "text";

    private static KnownParameter Known(PropertyInfo property)
    {
        ParameterAttribute attribute = property.GetCustomAttribute<ParameterAttribute>()!;
        return new KnownParameter(
            attribute.Name ?? property.Name,
            property.PropertyType,
            attribute.Separator,
            property.IsDefined(typeof(SecretAttribute)),
            property
        );
    }
}
