namespace Trellis;

/// <summary>
/// What a <see cref="Redactor"/> takes for a secret. Immutable; a platform begins with <see cref="Default"/> and adds its own:
/// <c>RedactionRules.Default with { NameFragments = ["secret"] }</c>.
/// </summary>
public sealed record RedactionRules
{
    /// <summary>
    /// The rules of the Askii contract, section 9.4: nine names, which are also known as .NET spells them, keys that begin with
    /// <c>sk-</c> and have 16 characters or more after it, and JSON web tokens of three parts.
    /// </summary>
    public static RedactionRules Default { get; } = new();

    /// <summary>What stands in place of a secret.</summary>
    /// <value>The default is <c>***redacted***</c>.</value>
    public string Mask { get; init; } = "***redacted***";

    /// <summary>Names of fields whose whole value is secret, whatever its type. Matched in any case, from beginning to end.</summary>
    public IReadOnlyList<string> Names { get; init; } =
    [
        "mpass_token", "api_key", "apikey", "authorization", "x-api-key", "token", "access_token", "refresh_token", "id_token",
        "MpassToken", "XApiKey", "AccessToken", "RefreshToken", "IdToken",
    ];

    /// <summary>Parts of names: a field whose name contains one, in any case, is secret.</summary>
    /// <value>The default is none.</value>
    public IReadOnlyList<string> NameFragments { get; init; } = [];

    /// <summary>What secrets look like wherever they stand in text.</summary>
    public IReadOnlyList<SecretPattern> Patterns { get; init; } =
    [
        new SecretPattern("sk-") { MinimumLength = 16 },
        new SecretPattern("eyJ") { Segments = 3 },
    ];

    /// <summary>
    /// The headers whose value may be shown, in any case; every other header shows <see cref="Mask"/>. They describe the message, the
    /// connection or the rate limit, and identify a request but nobody's right to make it.
    /// </summary>
    public IReadOnlyList<string> SafeHeaders { get; init; } =
    [
        "accept", "accept-encoding", "accept-language", "accept-ranges", "age", "allow", "cache-control", "connection",
        "content-encoding", "content-language", "content-length", "content-range", "content-type", "date", "etag", "expires", "host",
        "if-match", "if-none-match", "keep-alive", "last-event-id", "last-modified", "pragma", "ratelimit", "ratelimit-limit",
        "ratelimit-policy", "ratelimit-remaining", "ratelimit-reset", "request-id", "retry-after", "server", "server-timing",
        "traceparent", "trailer", "transfer-encoding", "upgrade", "user-agent", "vary", "via", "www-authenticate", "x-correlation-id",
        "x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset", "x-request-id",
    ];
}
