namespace Nuke.Common;

/// <summary>The parameter's value never appears in what the engine prints and logs; it cannot come from a parameters file.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public class SecretAttribute : Attribute;
