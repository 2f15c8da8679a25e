namespace Trellis.Server.Ascend.Errors;

/// <summary>The machine-readable codes of refusals (contract, sections 2.3 and 4.2).</summary>
internal static class ErrorCodes
{
    public const string MissingAuth = "MISSING_AUTH";
    public const string InvalidApiKey = "INVALID_API_KEY";
    public const string ExpiredApiKey = "EXPIRED_API_KEY";
    public const string RevokedApiKey = "REVOKED_API_KEY";
    public const string InvalidToken = "INVALID_TOKEN";
    public const string ExpiredToken = "EXPIRED_TOKEN";
    public const string InvalidSignature = "INVALID_SIGNATURE";
    public const string InsufficientPermissions = "INSUFFICIENT_PERMISSIONS";
    public const string MissingField = "MISSING_REQUIRED_FIELD";
    public const string InvalidField = "INVALID_FIELD_VALUE";
    public const string InvalidJson = "INVALID_JSON";
    public const string Validation = "VALIDATION_ERROR";
    public const string RateLimit = "RATE_LIMIT_EXCEEDED";
    public const string NotFound = "NOT_FOUND";
    public const string Conflict = "CONFLICT";
    public const string ActionNotApproved = "ACTION_NOT_APPROVED";
    public const string IdempotencyConflict = "IDEMPOTENCY_CONFLICT";
    public const string McpServerUnregistered = "MCP_SERVER_UNREGISTERED_DENY";
    public const string McpServerDeactivated = "MCP_SERVER_DEACTIVATED_DENY";
    public const string McpToolBlocked = "MCP_TOOL_BLOCKED_DENY";
    public const string ModelUnregistered = "MODEL_UNREGISTERED_DENY";
    public const string ModelNotCompliant = "MODEL_NOT_COMPLIANT_DENY";
    public const string OrchestrationParent = "ORCHESTRATION_PARENT_DENY";
    public const string OrchestrationSession = "ORCHESTRATION_SESSION_DENY";
    public const string AgentLimit = "AGENT_LIMIT_DENY";
    public const string GovernanceError = "GOVERNANCE_ERROR";
    public const string ServiceUnavailable = "SERVICE_UNAVAILABLE";
}
