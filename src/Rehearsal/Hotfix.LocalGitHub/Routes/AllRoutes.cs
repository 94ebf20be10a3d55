using Hotfix.LocalGitHub.GraphQL;
using Hotfix.LocalGitHub.Http;

namespace Hotfix.LocalGitHub.Routes;

/// <summary>Every area that the server has; the rest is answered 501.</summary>
internal static class AllRoutes
{
    public static RouteTable Map(RequestLog log)
    {
        var routes = new RouteTable();
        UserRoutes.Map(routes);
        RepositoryRoutes.Map(routes);
        RuleRoutes.Map(routes);
        ActivityRoutes.Map(routes);
        GitRoutes.Map(routes);
        PullRequestRoutes.Map(routes);
        ReviewRoutes.Map(routes);
        LabelRoutes.Map(routes);
        IssueRoutes.Map(routes);
        CheckRoutes.Map(routes);
        StatusRoutes.Map(routes);
        ReleaseRoutes.Map(routes);
        ReleaseAssetRoutes.Map(routes);
        AttestationRoutes.Map(routes);
        CommitRoutes.Map(routes);
        ContentRoutes.Map(routes);
        WorkflowRoutes.Map(routes);
        RunRoutes.Map(routes);
        GateRoutes.Map(routes);
        DeploymentRoutes.Map(routes);
        EnvironmentRoutes.Map(routes);
        VariableRoutes.Map(routes);
        GraphRoutes.Map(routes);
        LocalRoutes.Map(routes, log);
        return routes;
    }
}
