namespace Hotfix.LocalGitHub.Faults;

/// <summary>The faults that are armed; each is used up by the requests that it hits.</summary>
public sealed class FaultList
{
    private readonly Lock _lock = new();
    private readonly List<Armed> _armed = [];

    /// <summary>Arms a fault. Of several that match a request, the one armed first hits.</summary>
    public void Add(Fault fault)
    {
        lock (_lock)
            _armed.Add(new Armed(fault));
    }

    /// <summary>Disarms all.</summary>
    public void Clear()
    {
        lock (_lock)
            _armed.Clear();
    }

    /// <summary>The fault that hits this request, if any; counts it.</summary>
    internal Fault? Take(string method, string path, string? user)
    {
        lock (_lock)
        {
            foreach (Armed armed in _armed.Where(armed => armed.IsAwake && armed.Fault.Matches(method, path, user)).ToArray())
            {
                if (armed.Seen++ < armed.Fault.Skip)
                    continue;

                if (armed.Seen >= armed.Fault.Skip + armed.Fault.Count)
                    _armed.Remove(armed);

                return armed.Fault;
            }

            foreach (Armed sleeping in _armed.Where(armed => armed.Fault.IsWokenBy(method, path)))
                sleeping.IsAwake = true;

            return null;
        }
    }

    private sealed class Armed(Fault fault)
    {
        public Fault Fault { get; } = fault;

        public int Seen { get; set; }

        public bool IsAwake { get; set; } = fault.After is null;
    }
}
