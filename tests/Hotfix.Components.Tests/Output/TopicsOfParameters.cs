using Hotfix.Components.Guards;
using Hotfix.Components.Output;

namespace Hotfix.Components.Tests.Output;

public sealed class TopicsOfParameters
{
    [Fact]
    public void HoldEachParameterOfTheHotfixPathOnce()
    {
        string[] listed =
        [
            .. ParameterTopics.Index(typeof(IHotfix)).SelectMany(line => line.Split(' ')).Where(word => word.StartsWith("--", StringComparison.Ordinal)),
        ];
        string[] known =
        [
            .. ParameterCatalog
                .Of(typeof(IHotfix))
                .Where(parameter => parameter.Member?.DeclaringType?.Namespace == "Hotfix.Components")
                .Select(parameter => parameter.Switch),
        ];

        Assert.Equal(known.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
        Assert.True(known.Length > 40);
    }

    [Fact]
    public void HaveTheTeamsConventionsTogether()
    {
        IReadOnlyList<string> lines = ParameterTopics.Index(typeof(IHotfix));

        string conventions = string.Join(
            ' ',
            lines.SkipWhile(line => line != "  Your conventions").Skip(1).TakeWhile(line => line.StartsWith("    ", StringComparison.Ordinal))
        );

        Assert.Equal(
            "--forward-port-prefix --hotfix-prefix --product --product-folder --revert-prefix --support-pattern --tag-pattern --title",
            string.Join(' ', conventions.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        );
    }
}
