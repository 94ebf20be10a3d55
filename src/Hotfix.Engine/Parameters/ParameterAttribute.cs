#nullable disable annotations // NUKE's API carries none; the same target must compile without warnings on both engines.
using System.Reflection;
using Nuke.Common.Execution;
using Nuke.Common.Utilities;
using Nuke.Common.ValueInjection;

namespace Nuke.Common;

/// <summary>Takes the member's value from the command line, the environment, or the parameters files; in this order.</summary>
/// <remarks>A value that cannot be converted is a warning and counts as missing. On an interface, read it with <c>TryGetValue(() =&gt; Member)</c>.</remarks>
/// <param name="description">One sentence for <c>--help</c>.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public class ParameterAttribute(string description = null) : ValueInjectionAttributeBase
{
    /// <summary>One sentence for <c>--help</c>; <c>null</c> when none was given.</summary>
    public string Description { get; } = description;

    /// <summary>Name in place of the member's; <c>null</c> to use the member's.</summary>
    public string Name { get; set; }

    /// <summary>One character that splits a single text into a list; <c>null</c> to split nowhere.</summary>
    public string Separator { get; set; }

    /// <summary>Shown by <c>--help</c> and in <c>build.schema.json</c>; <c>true</c> unless said.</summary>
    public bool List { get; set; } = true;

    /// <inheritdoc/>
    public override object GetValue(MemberInfo member, object instance) => BuildSession.Current.Parameters.Get(member, MemberAccess.TypeOf(member));
}
