using System.Text.RegularExpressions;

namespace Hotfix.LocalGitHub.State;

/// <summary>
/// The few lines of a workflow file that a dispatch depends on, read by their indentation; what YAML allows beyond the usual block style is not understood.
/// </summary>
internal sealed partial class WorkflowText(string text)
{
    private readonly string[] _lines =
    [
        .. text.ReplaceLineEndings("\n").Split('\n').Where(line => line.Trim().Length > 0 && !line.TrimStart().StartsWith('#')),
    ];

    /// <summary>Whether the file names the event as a trigger.</summary>
    public bool Has(string @event) => Regex.IsMatch(text, $@"(^|[\s\[,]){@event}(\s|,|\]|:|$)", RegexOptions.Multiline);

    /// <summary>The inputs of <c>workflow_dispatch</c>: name, default (empty without one), whether it must be given.</summary>
    public IReadOnlyList<(string Name, string Default, bool IsRequired)> Inputs()
    {
        int dispatch = Array.FindIndex(_lines, line => line.Trim() == "workflow_dispatch:");
        string[] inside = dispatch < 0 ? [] : Below(_lines, dispatch);
        int inputs = Array.FindIndex(inside, line => line.Trim() == "inputs:");
        string[] block = inputs < 0 ? [] : Below(inside, inputs);
        int depth = block.Length == 0 ? 0 : Depth(block[0]);
        return [.. block.Index().Where(line => Depth(line.Item) == depth).Select(line => Input(line.Item, Below(block, line.Index)))];
    }

    /// <summary>Whether a <c>repository_dispatch</c> of this type starts it: <c>types</c> names it, or is not there.</summary>
    public bool TakesDispatch(string type)
    {
        int at = Array.FindIndex(_lines, line => line.Trim() == "repository_dispatch:");
        string? types = at < 0 ? null : Below(_lines, at).FirstOrDefault(line => line.TrimStart().StartsWith("types:", StringComparison.Ordinal));
        return Has("repository_dispatch") && (types is null || Regex.IsMatch(types, $@"[\s\[,""']{Regex.Escape(type)}[\s\],""']|\s{Regex.Escape(type)}$"));
    }

    /// <summary>The top-level <c>run-name</c> with these inputs filled in; <c>null</c> when the file has none. Other expressions stay as they are.</summary>
    public string? RunName(IReadOnlyDictionary<string, string> inputs)
    {
        string? line = _lines.FirstOrDefault(line => line.StartsWith("run-name:", StringComparison.Ordinal));
        return line is null
            ? null
            : InputExpression().Replace(Unquoted(line["run-name:".Length..]), match => inputs.GetValueOrDefault(match.Groups["name"].Value, "")).Trim();
    }

    private static (string, string, bool) Input(string line, string[] settings)
    {
        string Setting(string name) =>
            Unquoted(settings.FirstOrDefault(setting => setting.TrimStart().StartsWith(name + ":", StringComparison.Ordinal))?.Split(':', 2)[1] ?? "");
        return (line.Trim().TrimEnd(':'), Setting("default"), Setting("required") == "true");
    }

    private static string Unquoted(string value) => value.Trim() is ['"' or '\'', .. var inner, '"' or '\''] ? inner : value.Trim();

    private static string[] Below(string[] lines, int at) => [.. lines.Skip(at + 1).TakeWhile(line => Depth(line) > Depth(lines[at]))];

    private static int Depth(string line) => line.Length - line.TrimStart().Length;

    [GeneratedRegex(@"\$\{\{\s*(?:github\.event\.)?inputs\.(?<name>[\w-]+)\s*\}\}")]
    private static partial Regex InputExpression();
}
