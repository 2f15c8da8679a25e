namespace Trellis;

/// <summary>The header names the pipeline itself sets or reads.</summary>
internal static class HeaderNames
{
    public const string CorrelationId = "X-Correlation-ID";
    public const string IdempotencyKey = "Idempotency-Key";
    public const string RequestId = "x-request-id";
    public const string RetryAfter = "Retry-After";
}
