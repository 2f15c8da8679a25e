namespace Trellis.Server.Akshi;

/// <summary>
/// The parts of the URL space that are the platform's (contract, section 2.0). ASCEND has paths below <c>/api/v1/</c> too, and so each part
/// is named.
/// </summary>
internal static class AkshiPaths
{
    public static IReadOnlyList<string> Prefixes { get; } =
    [
        "/api/v1/a2a/", "/api/v1/agents", "/api/v1/agui/", "/api/v1/approvals/", "/api/v1/auth/", "/api/v1/broker/", "/api/v1/events",
        "/api/v1/findings", "/api/v1/health", "/api/v1/logs", "/api/v1/mcp/", "/api/v1/metrics", "/api/v1/receipts", "/api/v1/registry/", "/api/v1/reload",
        "/api/v1/status", "/api/v1/sync/", "/.well-known/",
    ];

    /// <summary>Those where ASCEND answers too, and the credential of a request says for whom it is.</summary>
    public static IReadOnlyList<string> Shared { get; } = ["/api/v1/approvals"];

    /// <summary>Those below which the platform itself answers for what is not there. ASCEND has paths below one of them.</summary>
    public static IReadOnlyList<string> Refused { get; } = [.. Prefixes.Where(static prefix => prefix != "/api/v1/mcp/")];
}
