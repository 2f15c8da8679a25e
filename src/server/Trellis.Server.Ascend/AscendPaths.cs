namespace Trellis.Server.Ascend;

/// <summary>
/// The parts of the URL space that are the platform's (contract, section 2.1). Other platforms have paths below <c>/api/</c> too, and so
/// each part is named.
/// </summary>
internal static class AscendPaths
{
    public static IReadOnlyList<string> Prefixes { get; } =
    [
        "/api/v1/actions", "/api/v1/approvals", "/api/v1/mcp/actions", "/api/v1/models", "/api/v1/orchestration", "/api/v1/output-filter",
        "/api/v1/resource-classifications", "/api/v1/supply-chain",
        "/api/agent-action", "/api/agent-activity", "/api/agents/", "/api/alerts", "/api/audit", "/api/authorization", "/api/billing",
        "/api/deployment-info", "/api/governance", "/api/keys", "/api/mcp-governance", "/api/policies", "/api/registry", "/api/sdk",
        "/api/smart-rules", "/api/users", "/api/webhooks",
        "/audit/",
    ];
}
