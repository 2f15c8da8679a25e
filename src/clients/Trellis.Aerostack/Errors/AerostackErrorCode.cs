namespace Trellis.Aerostack;

/// <summary>A code of an error. Contract section 3.2.</summary>
public readonly record struct AerostackErrorCode
{
    private readonly string? _value;

    /// <summary>Wraps a value from the wire, in the exact case it has there.</summary>
    public AerostackErrorCode(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>The API key is missing or unknown, <c>AUTH_INVALID_KEY</c>.</summary>
    public static AerostackErrorCode AuthInvalidKey { get; } = new("AUTH_INVALID_KEY");

    /// <summary>The user's e-mail address or password is wrong, <c>AUTH_INVALID_CREDENTIALS</c>.</summary>
    public static AerostackErrorCode AuthInvalidCredentials { get; } = new("AUTH_INVALID_CREDENTIALS");

    /// <summary>A statement failed, <c>DB_QUERY_FAILED</c>.</summary>
    public static AerostackErrorCode DbQueryFailed { get; } = new("DB_QUERY_FAILED");

    /// <summary>Too many requests, <c>RATE_LIMIT_EXCEEDED</c>.</summary>
    public static AerostackErrorCode RateLimitExceeded { get; } = new("RATE_LIMIT_EXCEEDED");

    /// <summary>The request is not valid, or collides with what there is, <c>VALIDATION_ERROR</c>.</summary>
    public static AerostackErrorCode ValidationError { get; } = new("VALIDATION_ERROR");

    /// <summary>The server failed, <c>INTERNAL_ERROR</c>.</summary>
    public static AerostackErrorCode InternalError { get; } = new("INTERNAL_ERROR");

    /// <summary>The key must not do this, <c>FORBIDDEN</c>.</summary>
    public static AerostackErrorCode Forbidden { get; } = new("FORBIDDEN");

    /// <summary>Whether the API's description lists the code.</summary>
    public bool IsKnown =>
        this == AuthInvalidKey || this == AuthInvalidCredentials || this == DbQueryFailed || this == RateLimitExceeded
        || this == ValidationError || this == InternalError || this == Forbidden;

    /// <summary>The value as on the wire.</summary>
    public override string ToString() => _value ?? "";
}
