using System.Text.RegularExpressions;

namespace Hotfix.Core.Adopting;

/// <summary>The text of a build class, with what the hotfix path needs of it.</summary>
internal static partial class BuildClass
{
    private static readonly string[] Interfaces = ["IHotfix", "IDrill", "ILocalGitHub", "IInit"];

    /// <summary>Whether a build class begins in this text.</summary>
    public static bool IsIn(string text, BuildFamily family) => Find(text, family) is not null;

    /// <summary>The interfaces, the guards, the entry point around <c>Main</c>, and a <c>Test</c> that serves; what is there already stays as it is.</summary>
    public static string Extend(string text, BuildFamily family)
    {
        if (Find(text, family) is not { } head)
            return text;

        text = WithTest(text, head, family);
        text = WithInterfaces(text, head);
        text = WithMain(text);
        return Using().IsMatch(text) ? text : WithUsing(text);
    }

    /// <summary>Whether <c>Main</c> still calls the build system directly, in a way that is not recognized.</summary>
    public static bool HasOtherMain(string text) => !text.Contains("HotfixProgram.Run", StringComparison.Ordinal) && !Main().IsMatch(text);

    private static Match? Find(string text, BuildFamily family) => Head().Matches(text).FirstOrDefault(match => match.Groups["base"].Value == family.BaseClass);

    private static string WithInterfaces(string text, Match head)
    {
        string bases = Bases(text, head);
        string[] missing = [.. Interfaces.Where(name => !Has(bases, name))];
        text = text.Insert(head.Groups["base"].Index + head.Groups["base"].Length, string.Concat(missing.Select(name => $", {name}")));
        return text.Contains("[HotfixBuild]", StringComparison.Ordinal) ? text : text.Insert(head.Index, $"{head.Groups["indent"].Value}[HotfixBuild]\n");
    }

    // Behind the head of the class, so that its place stays what it is. NUKE calls a target that two components declare ambiguous, and one that is not public
    // an error.
    private static string WithTest(string text, Match head, BuildFamily family)
    {
        if (OwnTest().Match(text) is { Success: true } own)
        {
            return own.Groups["public"].Success
                ? text
                : text.Remove(own.Groups["access"].Index, own.Groups["access"].Length).Insert(own.Groups["access"].Index, "public ");
        }

        int brace = text.IndexOf('{', head.Index);
        if (brace < 0 || !Has(Bases(text, head), "ITest"))
            return text;

        string indent = head.Groups["indent"].Value + "    ";
        return text.Insert(brace + 1, $"\n{indent}public Target Test => _ => _\n{indent}    .Inherit<{family.Prefix}.Components.ITest>(x => x.Test);\n");
    }

    private static string WithMain(string text)
    {
        if (text.Contains("HotfixProgram.Run", StringComparison.Ordinal) || Main().Match(text) is not { Success: true } main)
            return text;

        Group call = main.Groups["call"];
        int end = Closing(text, call.Index + call.Length - 1);
        return end < 0 ? text : text.Insert(end + 1, ")").Insert(call.Index, "HotfixProgram.Run(() => ");
    }

    private static string WithUsing(string text) =>
        FirstUsing().Match(text) is { Success: true } first ? text.Insert(first.Index, "using Hotfix.Components;\n") : $"using Hotfix.Components;\n{text}";

    private static string Bases(string text, Match head) =>
        text.IndexOf('{', head.Index) is > 0 and var brace ? text[head.Groups["base"].Index..brace] : text[head.Groups["base"].Index..];

    private static bool Has(string bases, string name) => bases.Split(',').Any(one => one.Trim().Split('.')[^1] == name);

    private static int Closing(string text, int open)
    {
        int depth = 0;
        for (int at = open; at < text.Length; at++)
        {
            depth += text[at] switch
            {
                '(' => 1,
                ')' => -1,
                _ => 0,
            };
            if (depth == 0)
                return at;
        }

        return -1;
    }

    [GeneratedRegex(@"^(?<indent>[ \t]*)[\w \t]*class\s+\w+\s*:\s*(?<base>\w+Build)\b", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Head();

    [GeneratedRegex(@"\bMain\s*\([^)]*\)\s*(=>|\{\s*return)\s*(?<call>(\w+\.)?Execute<\w+>\s*\()", RegexOptions.CultureInvariant)]
    private static partial Regex Main();

    [GeneratedRegex(
        @"^[ \t]*(?<access>((?<public>public )|private |protected |internal )?)(virtual |override )?Target Test\b",
        RegexOptions.Multiline | RegexOptions.CultureInvariant
    )]
    private static partial Regex OwnTest();

    [GeneratedRegex(@"^using Hotfix\.Components;", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Using();

    [GeneratedRegex(@"^using ", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex FirstUsing();
}
