using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Hotfix.Scenarios.Workflows;

/// <summary>
/// The part of GitHub's expressions that our workflows use: paths, strings, <c>== != &amp;&amp; || !</c>, parentheses, and four functions. Anything else
/// fails, so that it is thought of.
/// Values are strings, booleans, nodes of JSON, or <c>null</c>.
/// </summary>
/// <param name="resolve">The value of a path such as <c>inputs.tag</c>; throws for one that is not declared.</param>
internal sealed partial class WorkflowExpression(Func<string, object?> resolve)
{
    private string[] _tokens = [];
    private int _at;

    /// <summary>A text with expressions in it.</summary>
    public string Fill(string text) => Placeholder().Replace(text, match => Text(Evaluate(match.Groups[1].Value)));

    /// <summary>An <c>if:</c>, with or without braces.</summary>
    public bool Holds(string condition) => IsTrue(Evaluate(Placeholder().Match(condition) is { Success: true } match ? match.Groups[1].Value : condition));

    public object? Evaluate(string expression)
    {
        _tokens = [.. Token().Matches(expression).Select(match => match.Value)];
        _at = 0;
        if (string.Concat(_tokens) != expression.Replace(" ", "", StringComparison.Ordinal) && !expression.Contains('\'', StringComparison.Ordinal))
            throw new InvalidOperationException($"Not an expression that this test knows: {expression}");

        object? value = Or();
        return _at == _tokens.Length ? value : throw new InvalidOperationException($"Not an expression that this test knows: {expression}");
    }

    public static string Text(object? value) =>
        value switch
        {
            null => "",
            bool isTrue => isTrue ? "true" : "false",
            _ => $"{value}",
        };

    private object? Or()
    {
        object? left = And();
        while (Take("||"))
        {
            object? right = And();
            left = IsTrue(left) ? left : right;
        }

        return left;
    }

    private object? And()
    {
        object? left = Equality();
        while (Take("&&"))
        {
            object? right = Equality();
            left = IsTrue(left) ? right : left;
        }

        return left;
    }

    private object? Equality()
    {
        object? left = Unary();
        bool isEqual = Take("==");
        if (!isEqual && !Take("!="))
            return left;

        // GitHub compares texts without their case.
        return string.Equals(Text(left), Text(Unary()), StringComparison.OrdinalIgnoreCase) == isEqual;
    }

    private object? Unary()
    {
        if (Take("!"))
            return !IsTrue(Unary());

        if (Take("("))
        {
            object? value = Or();
            return Take(")") ? value : throw new InvalidOperationException("A parenthesis is not closed.");
        }

        string token = _tokens[_at++];
        return token[0] == '\'' ? token[1..^1]
            : Take("(") ? Call(token)
            : resolve(token);
    }

    private object? Call(string function)
    {
        List<object?> arguments = [];
        while (!Take(")"))
        {
            arguments.Add(Or());
            Take(",");
        }

        // JSON's nodes take booleans by themselves, which would hide them.
        return function switch
        {
            "cancelled" => (object)false,
            "startsWith" => Text(arguments[0]).StartsWith(Text(arguments[1]), StringComparison.OrdinalIgnoreCase),
            "fromJSON" => JsonNode.Parse(Text(arguments[0])) ?? throw new JsonException(),
            _ => throw new InvalidOperationException($"Not a function that this test knows: {function}"),
        };
    }

    private bool Take(string token)
    {
        if (_at >= _tokens.Length || _tokens[_at] != token)
            return false;

        _at++;
        return true;
    }

    private static bool IsTrue(object? value) =>
        value switch
        {
            bool isTrue => isTrue,
            _ => Text(value).Length > 0,
        };

    [GeneratedRegex(@"\$\{\{\s*(.*?)\s*\}\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"'[^']*'|\|\||&&|==|!=|[!(),]|[\w.-]+")]
    private static partial Regex Token();
}
