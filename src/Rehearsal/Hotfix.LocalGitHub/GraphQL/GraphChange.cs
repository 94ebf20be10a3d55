using System.Text.Json.Nodes;
using Hotfix.LocalGitHub.Json;
using Hotfix.LocalGitHub.State;

namespace Hotfix.LocalGitHub.GraphQL;

/// <summary>A mutation about to run: on which pull request, by whom, with which input.</summary>
internal sealed record GraphChange(PullRequest Pull, Viewpoint View, Account User, JsonObject Input);
