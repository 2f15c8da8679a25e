namespace Trellis.Ascend;

/// <summary>An action on its way to be evaluated.</summary>
/// <param name="Request">What is sent.</param>
/// <param name="Read">What the answer says.</param>
/// <param name="McpServer">The MCP server that is to be used; <see langword="null"/> for none.</param>
internal readonly record struct Submission(
    ApiRequest<DecisionBody> Request, Func<DecisionBody, AuthorizationDecision> Read, string? McpServer);
