namespace Hotfix.LocalGitHub.State;

/// <summary>Deployments and environments of a repository.</summary>
internal sealed class DeploymentBoard(HostedRepository repository)
{
    private readonly SortedDictionary<string, DeployEnvironment> _environments = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Oldest first.</summary>
    public List<Deployment> Deployments { get; } = [];

    public IReadOnlyCollection<DeployEnvironment> Environments => _environments.Values;

    public VariableShelf Variables { get; } = new();

    public DeployEnvironment? Find(string environment) => _environments.GetValueOrDefault(environment);

    /// <summary>The environment of that name; GitHub makes it when something deploys there first.</summary>
    public DeployEnvironment Ensure(string name)
    {
        if (!_environments.TryGetValue(name, out DeployEnvironment? environment))
            _environments[name] = environment = new DeployEnvironment(repository.Hub.NextId(), name, repository.Hub.Now);

        return environment;
    }

    public Deployment Add(Deployment deployment)
    {
        Ensure(deployment.Environment);
        Deployments.Add(deployment);
        return deployment;
    }

    /// <summary>A success makes what was asked for there before inactive, except where that was transient or production.</summary>
    public void Report(Deployment deployment, DeploymentStatus status, bool makesOthersInactive)
    {
        deployment.Statuses.Add(status);
        deployment.UpdatedAt = status.At;
        if (status.State != "success" || !makesOthersInactive)
            return;

        foreach (
            Deployment other in Deployments.Where(other =>
                other.Id < deployment.Id && other.Environment == deployment.Environment && other.State == "success" && !other.IsTransient && !other.IsProduction
            )
        )
        {
            other.Statuses.Add(new DeploymentStatus(repository.Hub.NextId(), "inactive", status.Creator, status.At));
        }
    }
}
