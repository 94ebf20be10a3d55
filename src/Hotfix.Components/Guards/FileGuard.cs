using System.Text.Json;
using Hotfix.Core.Errors;

namespace Hotfix.Components.Guards;

/// <summary>Checks the values of a parameters file, which NUKE looks up by the exact name of the member.</summary>
internal sealed class FileGuard(IReadOnlyList<KnownParameter> parameters, SwitchGuard values)
{
    /// <param name="file">For the message.</param>
    /// <param name="content">A JSON object.</param>
    public IEnumerable<Refusal> Check(string file, JsonElement content)
    {
        foreach (JsonProperty entry in content.EnumerateObject())
        {
            KnownParameter? known = parameters.FirstOrDefault(parameter => parameter.Name == entry.Name);
            if (known is null && parameters.FirstOrDefault(parameter => Spelling.Same(entry.Name, parameter.Name)) is { } meant)
            {
                yield return new Refusal(
                    "HF1072",
                    $"'{entry.Name}' in {file} is not read; nothing was changed.",
                    "A parameters file names the member, in its very spelling.",
                    $"Write \"{meant.Name}\"."
                );
            }

            // A secret is encrypted text; the engine says what it makes of it.
            if (known is { IsSecret: false } && Check(known, entry.Value, $"\"{known.Name}\" in {file}") is { } refusal)
                yield return refusal;
        }
    }

    private Refusal? Check(KnownParameter known, JsonElement value, string place)
    {
        if (value.ValueKind == JsonValueKind.Null)
            return null;

        bool isList = value.ValueKind == JsonValueKind.Array;
        if (isList != known.IsList || value.ValueKind == JsonValueKind.Object)
        {
            return new Refusal(
                "HF1062",
                $"{known.Show(value.GetRawText())} is no value of {place}; nothing was changed.",
                known.IsList ? "It takes a list." : "It takes a single value.",
                known.IsList ? $"Write \"{known.Name}\": [ … ]." : $"Write \"{known.Name}\": …, without brackets."
            );
        }

        IEnumerable<JsonElement> texts = isList ? value.EnumerateArray() : [value];
        return texts.Select(text => values.CheckValue(known, Text(text), place)).FirstOrDefault(refusal => refusal is not null);
    }

    private static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
}
