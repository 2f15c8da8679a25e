namespace Trellis.Server.Akshi.Errors;

/// <summary>The machine-readable codes (contract, section 6).</summary>
internal static class ErrorCodes
{
    public const string BadRequest = "bad_request";
    public const string InvalidJson = "invalid_json";
    public const string ConfigInvalid = "config_invalid";
    public const string Unauthorized = "unauthorized";
    public const string Forbidden = "forbidden";
    public const string CsrfRequired = "csrf_required";
    public const string CapabilityDenied = "capability_denied";
    public const string NotFound = "not_found";
    public const string AgentNotFound = "agent_not_found";
    public const string MethodNotAllowed = "method_not_allowed";
    public const string Conflict = "conflict";
    public const string PayloadTooLarge = "payload_too_large";
    public const string UnsupportedMediaType = "unsupported_media_type";
    public const string RateLimited = "rate_limited";
    public const string Internal = "internal";
    public const string ShuttingDown = "shutting_down";
}
