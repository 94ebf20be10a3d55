#nullable disable annotations // NUKE's API carries none; the same target must compile without warnings on both engines.
namespace Nuke.Common;

/// <summary>A step of the build: a property of this type whose lambda describes what the step needs and does.</summary>
/// <param name="definition">Collects the description; conventionally spelt <c>_</c>.</param>
public delegate ITargetDefinition Target(ITargetDefinition definition);
