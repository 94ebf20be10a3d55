using System.Runtime.CompilerServices;

namespace Hotfix.Components.Testing;

/// <summary>What is known of a target <c>Test</c> that a build class declares itself, and that stands for ours.</summary>
internal static class AdoptedTest
{
    /// <summary>The condition by which a target is known to have ours already: it is ours, or inherits it.</summary>
    public const string LeftToDo = "something is left to do";

    public const string NothingStopped = "nothing stopped the run before";

    private static readonly ConditionalWeakTable<IEngineBuild, string> Names = [];

    /// <summary>The target that was adopted, for people; <c>null</c> where the build has none of its own.</summary>
    public static string? NameOf(IEngineBuild build) => Names.TryGetValue(build, out string? name) ? name : null;

    /// <summary>It stands for ours from now on.</summary>
    public static void Adopt(IEngineBuild build, string name) => Names.AddOrUpdate(build, name);
}
