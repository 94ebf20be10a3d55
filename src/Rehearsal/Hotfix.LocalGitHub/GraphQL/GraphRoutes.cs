using System.Globalization;
using System.Text.Json.Nodes;
using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;
using Hotfix.LocalGitHub.Http;
using Hotfix.LocalGitHub.Json;
using Hotfix.LocalGitHub.State;

namespace Hotfix.LocalGitHub.GraphQL;

/// <summary>
/// The GraphQL endpoint: a pull request's state, auto-merge and the merge queue, merged pull requests, deployments and releases; 501 for the rest.
/// </summary>
internal static class GraphRoutes
{
    public static void Map(RouteTable routes) => routes.Post("/graphql", AnswerAsync);

    private static async Task<ApiResponse> AnswerAsync(ApiRequest request)
    {
        _ = request.Caller;
        string query = request.Text("query") ?? throw ApiFailure.With(400, "A query attribute must be specified and must be a string.");
        GraphQLDocument document;
        try
        {
            document = Parser.Parse(query);
        }
        catch (GraphQLSyntaxErrorException failure)
        {
            return ApiResponse.Json(new JsonObject { ["errors"] = new JsonArray(new JsonObject { ["message"] = failure.Message }) });
        }

        var fragments = document
            .Definitions.OfType<GraphQLFragmentDefinition>()
            .ToDictionary(fragment => fragment.FragmentName.Name.StringValue, StringComparer.Ordinal);
        string? name = request.Text("operationName");
        GraphQLOperationDefinition operation = document
            .Definitions.OfType<GraphQLOperationDefinition>()
            .FirstOrDefault(candidate => name is null || candidate.Name?.StringValue == name)
            ?? throw ApiFailure.With(400, $"No operation named \"{name}\"");
        JsonObject variables = request.Node("variables") as JsonObject ?? [];
        return await RunAsync(request, (operation, variables), new GraphProjection(fragments, variables));
    }

    private static async Task<ApiResponse> RunAsync(
        ApiRequest request,
        (GraphQLOperationDefinition Operation, JsonObject Variables) asked,
        GraphProjection projection
    )
    {
        (GraphQLOperationDefinition operation, JsonObject variables) = asked;
        var data = new JsonObject();
        var errors = new JsonArray();
        foreach (GraphQLField field in projection.Fields(operation.SelectionSet, type: null))
        {
            string key = field.Alias?.Name.StringValue ?? field.Name.StringValue;
            try
            {
                JsonObject arguments = GraphArguments.Read(field, variables);
                JsonNode? source =
                    operation.Operation == OperationType.Mutation
                        ? await MutateAsync(request, field.Name.StringValue, arguments)
                        : await QueryAsync(request, field, (arguments, variables), projection);
                data[key] = projection.Pick(source, field.SelectionSet);
            }
            catch (GraphFailure failure)
            {
                data[key] = null;
                errors.Add(
                    (JsonNode)
                        new JsonObject
                        {
                            ["type"] = failure.Type,
                            ["path"] = new JsonArray(key),
                            ["message"] = failure.Message,
                        }
                );
            }
        }

        var body = new JsonObject { ["data"] = data };
        if (errors.Count > 0)
            body["errors"] = errors;

        return ApiResponse.Json(body);
    }

    private static async Task<JsonNode?> QueryAsync(
        ApiRequest request,
        GraphQLField field,
        (JsonObject Arguments, JsonObject Variables) given,
        GraphProjection projection
    )
    {
        switch (field.Name.StringValue)
        {
            case "viewer":
                return new JsonObject { ["__typename"] = "User", ["login"] = request.Caller.Login };
            case "node":
                (HostedRepository owner, PullRequest pull) = FindPull(request, given.Arguments["id"]?.GetValue<string>() ?? "");
                return await owner.ChangeAsync(found => GraphPullRequest.OfAsync(pull, View(request, found), request.Cancellation));
            case "repository":
                HostedRepository repository = FindRepository(request, given.Arguments);
                GraphQLField[] fields =
                [
                    .. projection.Fields(field.SelectionSet ?? throw ApiFailure.With(501, "A repository needs a selection."), "Repository"),
                ];
                foreach (string permission in fields.Select(one => Permissions.OfField(one.Name.StringValue)).OfType<string>())
                    RequireOf(request, permission, "read");

                return await repository.ChangeAsync(found => RepositoryAsync(request, found, fields, given.Variables));
            case "__type":
                return GraphTypes.Find(given.Arguments["name"]?.GetValue<string>() ?? "");
            case "search":
                return await GraphSearch.AnswerAsync(request, given.Arguments);
            default:
                throw ApiFailure.With(501, $"The local server's GraphQL has no query '{field.Name.StringValue}'.");
        }
    }

    // One pull request per repository field: more of them under aliases would need their arguments while picking.
    private static async Task<JsonObject> RepositoryAsync(ApiRequest request, HostedRepository repository, GraphQLField[] fields, JsonObject variables)
    {
        int[] numbers = [.. Arguments("pullRequest").Select(arguments => int.Parse(arguments["number"]!.ToString(), CultureInfo.InvariantCulture))];
        if (numbers.Distinct().Count() > 1)
            throw ApiFailure.With(501, "The local server's GraphQL answers one pull request per repository field.");

        JsonObject? pull = null;
        if (numbers.Length > 0)
        {
            PullRequest found = repository.PullRequests.GetValueOrDefault(numbers[0])
                ?? throw new GraphFailure("NOT_FOUND", $"Could not resolve to a PullRequest with the number of {numbers[0]}.");
            pull = await GraphPullRequest.OfAsync(found, View(request, repository), request.Cancellation);
        }

        var body = new JsonObject
        {
            ["__typename"] = "Repository",
            ["id"] = $"R_{repository.Id}",
            ["nameWithOwner"] = repository.FullName,
            ["autoMergeAllowed"] = repository.Settings.AllowAutoMerge,
            ["pullRequest"] = pull,
            ["pullRequests"] = Arguments("pullRequests").FirstOrDefault() is { } filter
                ? await GraphRepository.PullRequestsAsync(View(request, repository), filter, request.Cancellation)
                : null,
            ["release"] = Arguments("release").Select(arguments => GraphRepository.Release(View(request, repository), arguments)).FirstOrDefault(),
            ["deployments"] = Arguments("deployments").Select(arguments => GraphRepository.Deployments(repository, arguments)).FirstOrDefault(),
            ["releases"] = Arguments("releases").Select(arguments => GraphRepository.Releases(View(request, repository), arguments)).FirstOrDefault(),
            ["object"] = Arguments("object").FirstOrDefault() is { } named
                ? await GraphRepository.CommitAsync(repository, named["oid"]?.ToString() ?? "", request.Cancellation)
                : null,
        };
        foreach (GraphQLField field in fields.Where(field => field.Name.StringValue == "issues"))
            body[$"issues {field.Alias?.Name.StringValue ?? "issues"}"] = GraphRepository.Issues(repository, GraphArguments.Read(field, variables));

        return body;

        IEnumerable<JsonObject> Arguments(string name) =>
            fields.Where(field => field.Name.StringValue == name).Select(field => GraphArguments.Read(field, variables));
    }

    private static async Task<JsonNode?> MutateAsync(ApiRequest request, string name, JsonObject arguments)
    {
        if (GraphMutations.OfThreads.Contains(name))
            return await ResolveAsync(request, name == "resolveReviewThread", arguments["input"] as JsonObject ?? []);

        if (!GraphMutations.Names.Contains(name))
            throw ApiFailure.With(501, $"The local server's GraphQL has no mutation '{name}'.");

        JsonObject input = arguments["input"] as JsonObject ?? [];
        RequireOf(request, Permissions.OfMutation(name), "write");
        string id = (input["pullRequestId"] ?? input["id"])?.GetValue<string>() ?? "";
        (HostedRepository repository, PullRequest pull) = FindPull(request, id);
        if (repository.RoleOf(request.Caller) < Role.Write)
            throw new GraphFailure("FORBIDDEN", $"{request.Caller.Login} does not have the correct permissions to execute `{name}`");

        var change = new GraphChange(pull, View(request, repository), request.Caller, input);
        return await repository.ChangeAsync(_ => GraphMutations.RunAsync(name, change, request.Cancellation));
    }

    private static void RequireOf(ApiRequest request, string permission, string level)
    {
        if (request.Token?.Has(permission, level) == false)
            throw new GraphFailure("FORBIDDEN", Permissions.NotAccessible);
    }

    // Whoever may write, and the author of the pull request, may say that a conversation is over.
    private static async Task<JsonNode?> ResolveAsync(ApiRequest request, bool isResolved, JsonObject input)
    {
        string id = input["threadId"]?.GetValue<string>() ?? "";
        foreach (HostedRepository repository in request.Hub.Repositories.Where(candidate => candidate.RoleOf(request.User) >= Role.Write))
        {
            foreach (PullRequest pull in repository.PullRequests.Values)
            {
                if (pull.Threads.FirstOrDefault(candidate => $"PRRT_{candidate.Id}" == id) is not { } thread)
                    continue;

                return await repository.ChangeAsync(async found =>
                {
                    thread.Resolved = isResolved;
                    pull.Issue.UpdatedAt = found.Hub.Now;
                    await Merging.Automatic.AdvanceAsync(found, request.Cancellation);
                    return new JsonObject
                    {
                        ["clientMutationId"] = input["clientMutationId"]?.DeepClone(),
                        ["thread"] = GraphPullRequest.Thread(thread, pull, View(request, found)),
                    };
                });
            }
        }

        throw new GraphFailure("NOT_FOUND", $"Could not resolve to a node with the global id of '{id}'");
    }

    private static HostedRepository FindRepository(ApiRequest request, JsonObject arguments)
    {
        (string? owner, string? name) = (arguments["owner"]?.GetValue<string>(), arguments["name"]?.GetValue<string>());
        HostedRepository? found = request.Hub.Find(owner ?? "", name ?? "");
        return found is not null && found.RoleOf(request.User) > Role.None
            ? found
            : throw new GraphFailure("NOT_FOUND", $"Could not resolve to a Repository with the name '{owner}/{name}'.");
    }

    private static (HostedRepository Repository, PullRequest Pull) FindPull(ApiRequest request, string id)
    {
        foreach (HostedRepository repository in request.Hub.Repositories.Where(candidate => candidate.RoleOf(request.User) > Role.None))
        {
            if (repository.PullRequests.Values.FirstOrDefault(pull => PullRequestJson.NodeId(pull, repository) == id) is { } found)
                return (repository, found);
        }

        throw new GraphFailure("NOT_FOUND", $"Could not resolve to a node with the global id of '{id}'");
    }

    private static Viewpoint View(ApiRequest request, HostedRepository repository) => new(request.Address, repository, request.User);
}
