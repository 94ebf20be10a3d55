using Hotfix.Core.Errors;

namespace Hotfix.Components.Testing;

/// <summary>What <c>Test</c> would run, and why that.</summary>
internal abstract record TestPlan
{
    private TestPlan() { }

    /// <summary>One line for people.</summary>
    public abstract string Describe();

    /// <summary>The team's own command.</summary>
    public sealed record Command(string Text, IReadOnlyList<string> Results) : TestPlan
    {
        public override string Describe() =>
            $"'{Text}', which --test-command names; {(Results.Count == 0 ? "no counts, since --test-results names no files" : $"counts from {string.Join(", ", Results)}")}";
    }

    /// <summary><c>dotnet test</c> of one solution, or of each test project.</summary>
    /// <param name="Paths">Absolute.</param>
    /// <param name="Because">Where they come from.</param>
    /// <param name="Directory">For short names.</param>
    public sealed record DotNet(IReadOnlyList<string> Paths, string Because, string Directory) : TestPlan
    {
        /// <summary>Whether no project is there that could have a test.</summary>
        public bool IsEmpty { get; init; }

        public override string Describe() =>
            $"'dotnet test {string.Join(", ", Paths.Select(path => Path.GetRelativePath(Directory, path)))}' ({Because}){(IsEmpty ? ", which holds no project: there are no tests" : "")}";
    }

    /// <summary>Nothing, and the way out.</summary>
    public sealed record Refused(Refusal Refusal) : TestPlan
    {
        public override string Describe() => Refusal.What;
    }
}
