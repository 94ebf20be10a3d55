using System.Security.Cryptography;

namespace Hotfix.GitHub.Http;

/// <summary>How long to wait before trying again: doubles each time, and varies by half so that many clients do not come back together.</summary>
internal static class Backoff
{
    /// <param name="first">The wait after the first failure.</param>
    /// <param name="failures">How many there were, 1 or more.</param>
    public static TimeSpan After(TimeSpan first, int failures) => first * Math.Pow(2, failures - 1) * (RandomNumberGenerator.GetInt32(50, 151) / 100.0);
}
