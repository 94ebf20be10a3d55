namespace Hotfix.GitHub.Workflows;

/// <summary>Body of <c>POST …/dispatches</c> of a workflow; without the flag for servers that do not know it.</summary>
internal sealed record DispatchBody(string Ref, IReadOnlyDictionary<string, string> Inputs, bool? ReturnRunDetails);

/// <summary>Body of <c>POST …/dispatches</c> of the repository.</summary>
internal sealed record EventBody(string EventType, IReadOnlyDictionary<string, string> ClientPayload);

/// <summary>A body without content, for requests that want one.</summary>
internal sealed record EmptyBody;
