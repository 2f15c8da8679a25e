namespace Trellis.Server.Aerostack.Errors;

/// <summary>
/// The machine-readable codes of refusals (contract, sections 3.2 and 3.6). The first client knows the first six alone, and takes any other
/// code on a declared status for a broken answer.
/// </summary>
internal static class ErrorCodes
{
    public const string InvalidKey = "AUTH_INVALID_KEY";
    public const string InvalidCredentials = "AUTH_INVALID_CREDENTIALS";
    public const string QueryFailed = "DB_QUERY_FAILED";
    public const string RateLimit = "RATE_LIMIT_EXCEEDED";
    public const string Validation = "VALIDATION_ERROR";
    public const string Internal = "INTERNAL_ERROR";

    /// <summary>For 403 alone, which no operation declares.</summary>
    public const string Forbidden = "FORBIDDEN";
}
