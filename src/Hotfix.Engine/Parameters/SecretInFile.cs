using System.Text.Json;

namespace Nuke.Common.Execution;

/// <summary>A secret in a parameters file: NUKE decrypts it with a password that is typed in; this engine takes secrets from the environment only.</summary>
internal static class SecretInFile
{
    /// <summary>Fatal for an encrypted value, which somebody relies on; a mere warning for a plain one, which NUKE ignores too.</summary>
    public static Exception Refused(string name, string file, JsonElement value)
    {
        string variable = "NUKE_" + ParameterNames.Dashed(name).Replace('-', '_').ToUpperInvariant();
        return value.ValueKind == JsonValueKind.String && value.GetString()!.StartsWith("v1:", StringComparison.Ordinal)
            ? new FatalParameterException(
                $"Secret '{name}' is encrypted in '{file}', which the embedded engine does not decrypt. Set the environment variable {variable} instead."
            )
            : new BuildException($"Secret '{name}' in '{file}' is not encrypted and therefore ignored. Set the environment variable {variable} instead.");
    }
}
