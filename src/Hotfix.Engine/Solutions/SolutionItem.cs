namespace Nuke.Common.ProjectModel;

/// <summary>Something in a solution.</summary>
public class SolutionItem
{
    private protected SolutionItem(Solution solution, string name)
    {
        Solution = solution;
        Name = name;
    }

    /// <summary>The solution.</summary>
    public Solution Solution { get; }

    /// <summary>Name as the solution shows it.</summary>
    public string Name { get; }

    /// <summary><see cref="Name"/>.</summary>
    public override string ToString() => Name;
}
