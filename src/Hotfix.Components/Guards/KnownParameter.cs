using System.Reflection;

namespace Hotfix.Components.Guards;

/// <summary>A parameter of the build or of NUKE itself.</summary>
/// <param name="Name">As in parameters.json: <c>PollInterval</c>.</param>
/// <param name="Type">Of the member; <c>string[]</c> for lists of targets.</param>
/// <param name="Separator">Splits one text into a list; <c>null</c> when it does not.</param>
/// <param name="IsSecret">Its value is never shown.</param>
/// <param name="Member">What declares it; <c>null</c> for a switch that NUKE reads without one.</param>
internal sealed record KnownParameter(string Name, Type Type, string? Separator = null, bool IsSecret = false, MemberInfo? Member = null)
{
    /// <summary>On the command line: <c>--poll-interval</c>.</summary>
    public string Switch => "--" + Spelling.Dashed(Name);

    public bool IsList => Type.IsArray;

    public bool IsBoolean => (Nullable.GetUnderlyingType(Type) ?? Type) == typeof(bool);

    /// <summary>A value as a message may show it.</summary>
    public string Show(string value) => IsSecret ? "(a secret)" : $"'{value}'";
}
