namespace Hotfix.Components.Guards;

/// <summary>One switch as typed, dashes included, and the values behind it.</summary>
internal sealed record GivenSwitch(string Text, IReadOnlyList<string> Values);
