using System.Text.Json;

namespace Nuke.Common.Execution;

/// <summary>The values of <c>.nuke/parameters.json</c> and of the chosen profiles, a later profile before an earlier one.</summary>
internal sealed class ParameterFiles
{
    private readonly List<(string File, JsonElement Content)> _files = [];

    private ParameterFiles() { }

    /// <exception cref="BuildException">A profile's file is missing, or a file is not a JSON object.</exception>
    public static ParameterFiles Load(string nukeDirectory, IEnumerable<string> profiles)
    {
        var files = new ParameterFiles();
        foreach (string profile in profiles.Reverse())
        {
            string file = Path.Combine(nukeDirectory, $"parameters.{profile}.json");
            if (!File.Exists(file))
                throw new BuildException($"Profile '{profile}' has no parameters file. Expected file to exist: {file}");
            files.Add(file);
        }

        string parameters = Path.Combine(nukeDirectory, "parameters.json");
        if (File.Exists(parameters))
            files.Add(parameters);
        return files;
    }

    /// <summary>The first file's entry of this exact name, case included; nulls do not count.</summary>
    public bool TryFind(string name, out string file, out JsonElement value)
    {
        foreach ((string path, JsonElement content) in _files)
        {
            if (content.TryGetProperty(name, out value) && value.ValueKind != JsonValueKind.Null)
            {
                file = path;
                return true;
            }
        }

        file = string.Empty;
        value = default;
        return false;
    }

    /// <summary>The texts of an entry, as the command line would give them.</summary>
    /// <exception cref="BuildException">A single text where a list is declared, a list where a single value is, or an object.</exception>
    public static string[] Texts(string name, JsonElement value, Type type) =>
        value.ValueKind switch
        {
            JsonValueKind.Array when type.IsArray => [.. value.EnumerateArray().Select(Text)],
            JsonValueKind.Array or JsonValueKind.Object => throw new BuildException(
                $"Parameter '{name}' in the parameters file cannot be a {value.ValueKind} for '{type.Name}'"
            ),
            _ when type.IsArray => throw new BuildException($"Parameter '{name}' in the parameters file must be a list for '{type.Name}'"),
            _ => [Text(value)],
        };

    private static string Text(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            _ => value.GetRawText(),
        };

    private void Add(string file)
    {
        try
        {
            // The options allow what people write by hand and NUKE's own reader accepts.
            using var document = JsonDocument.Parse(
                File.ReadAllText(file),
                new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip }
            );
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                throw new BuildException($"Parameters file '{file}' must hold a JSON object.");
            _files.Add((file, document.RootElement.Clone()));
        }
        catch (JsonException exception)
        {
            throw new BuildException($"Parameters file '{file}' is not valid JSON: {exception.Message}", exception);
        }
    }
}
