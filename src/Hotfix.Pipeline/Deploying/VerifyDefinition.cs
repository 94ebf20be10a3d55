using Hotfix.Core.Deploying;
using Hotfix.Core.Plans;
using Hotfix.Pipeline.Running;
using Hotfix.Pipeline.Runs;

namespace Hotfix.Pipeline.Deploying;

/// <summary>Target <c>Verify</c>.</summary>
/// <param name="run">The run.</param>
/// <param name="looked">What the environment should run.</param>
/// <param name="environment">Its name.</param>
/// <param name="how">What is asked, for people.</param>
internal sealed class VerifyDefinition(RunContext run, DeployLooked looked, string environment, string how) : Definition<DeployLooked>
{
    public override Task<DeployLooked> LookAsync(CancellationToken cancellationToken) => Task.FromResult(looked);

    public override PlanResult Plan(DeployLooked facts) => VerifyPlanner.Plan(environment, facts, how);

    public override Task EndedAsync(TargetEnd<DeployLooked> end, CancellationToken cancellationToken)
    {
        if (end.IsDone)
            run.Record.Conclusion = $"Verified: {environment} runs {looked.Release}";

        return Task.CompletedTask;
    }
}
