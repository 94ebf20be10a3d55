using System.Text;

namespace Hotfix.Pipeline.Deploying;

/// <summary>The lines of the file that <c>GITHUB_OUTPUT</c> names.</summary>
internal static class WorkflowOutputs
{
    /// <summary><c>name=value</c> lines. A line break in a value would be a second output, written by whoever chose the value.</summary>
    /// <exception cref="ArgumentException">When a value has a control character; what is written here was parsed before, and has none.</exception>
    public static string Format(IEnumerable<(string Name, string Value)> outputs)
    {
        var text = new StringBuilder();
        foreach ((string name, string value) in outputs)
        {
            if (value.Any(char.IsControl))
                throw new ArgumentException($"The output '{name}' has a control character.", nameof(outputs));

            text.Append(name).Append('=').Append(value).Append('\n');
        }

        return text.ToString();
    }
}
