namespace Nuke.Common;

/// <summary>No warning when the member's value cannot be determined.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public class OptionalAttribute : Attribute;
