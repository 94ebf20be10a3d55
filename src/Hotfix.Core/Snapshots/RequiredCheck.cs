namespace Hotfix.Core.Snapshots;

/// <summary>A check that the base branch demands, known by name before it has reported.</summary>
/// <param name="Name">Check run name or status context.</param>
/// <param name="AppId">The only app whose result counts; <c>null</c> when anybody's does.</param>
internal sealed record RequiredCheck(string Name, long? AppId = null);
