namespace Nuke.Common;

/// <summary>The member must have a value before any target runs, whichever target was invoked.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public class RequiredAttribute : Attribute;
