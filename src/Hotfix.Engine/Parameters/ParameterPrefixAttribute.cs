namespace Nuke.Common;

/// <summary>Puts a word in front of the names of all parameters that the type declares: <c>Forge</c> makes <c>Url</c> be <c>--forge-url</c>.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface)]
public class ParameterPrefixAttribute(string prefix) : Attribute
{
    /// <summary>The word, in Pascal case.</summary>
    public string Prefix { get; } = prefix;
}
