namespace Hotfix.LocalGitHub.State;

/// <summary>Configuration variables of a repository or an environment. Names know no case, and are shown in capitals.</summary>
internal sealed class VariableShelf
{
    private readonly SortedDictionary<string, Variable> _all = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyCollection<Variable> All => _all.Values;

    public Variable? Find(string name) => _all.GetValueOrDefault(name);

    public void Put(Variable variable) => _all[variable.Name] = variable with { Name = variable.Name.ToUpperInvariant() };

    public bool Remove(string name) => _all.Remove(name);
}
