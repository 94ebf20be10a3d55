namespace Hotfix.Core.Doctoring;

/// <summary>Makes readings.</summary>
internal static class Readings
{
    /// <summary>What was seen.</summary>
    public static Reading<T> Of<T>(T value) => new(value, null);

    /// <summary>Why it could not be seen.</summary>
    public static Reading<T> Not<T>(string why) => new(default, why);
}
