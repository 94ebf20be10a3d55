using Hotfix.Core.Errors;
using Hotfix.Core.Requests;
using Hotfix.Pipeline.Deploying;

namespace Hotfix.Components.Running.Deploying;

/// <summary>Reads the parameters of what deploys, verifies and follows: the one place where their texts are understood.</summary>
internal static class DeployRequests
{
    /// <exception cref="HotfixException">HF1012, HF1016, HF1017 or HF4141 for a value that does not fit.</exception>
    public static DeployRequest Parse(IHazDeployment build)
    {
        DeployRequest request = OfTargets(build);
        return request with { Environment = RequestParser.Name("--environment", build.Environment), Tag = ReleaseTags.Parse("--tag", build.Tag) };
    }

    private static DeployRequest OfTargets(IHazDeployment build)
    {
        var request = build is not IAwaitDeploy follow
            ? new DeployRequest()
            : new DeployRequest
            {
                DeployWorkflow = RequestParser.Name("--deploy-workflow", follow.DeployWorkflow),
                DeployInputs = RequestFactory.DeployInputs(follow),
            };
        return build is not IVerify verify
            ? request
            : request with
            {
                VerifyCommand = RequestParser.Reason("--verify-command", verify.VerifyCommand),
                VerifyUrl = RequestParser.Address("--verify-url", verify.VerifyUrl),
                VerifyTimeout = verify.VerifyTimeout is { } timeout
                    ? RequestParser.Duration("--verify-timeout", timeout, TimeSpan.Zero, TimeSpan.FromHours(4))
                    : request.VerifyTimeout,
                VerifyInterval = verify.VerifyInterval is { } interval
                    ? RequestParser.Duration("--verify-interval", interval, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5))
                    : request.VerifyInterval,
            };
    }

    /// <exception cref="HotfixException">HF1016 or HF4141 for a value that does not fit.</exception>
    public static RollbackRequest Parse(IRollback build, string? reason) =>
        new()
        {
            To = ReleaseTags.Parse("--to", build.To),
            Reason = reason,
            Anyway = RequestParser.Reason("--anyway", build.Anyway),
            Unlocks = build.Unlock,
        };
}
