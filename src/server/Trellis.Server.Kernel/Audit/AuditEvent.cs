namespace Trellis.Server.Kernel.Audit;

/// <summary>
/// Something that happened and is to be remembered. Secrets in it are redacted before it is hashed and stored; text that no engine can store
/// (U+0000, half a surrogate pair) is replaced by U+FFFD.
/// </summary>
/// <remarks>
/// What only one platform knows, such as compliance tags, goes into <see cref="Data"/>. What may change later, such as a retention date or a
/// legal hold, is no part of a record and belongs into a table of its own.
/// </remarks>
public sealed class AuditEvent
{
    /// <summary>The organisation whose chain the record joins.</summary>
    public required long OrganisationId { get; init; }

    /// <summary>The platform: <c>askii</c>, <c>akshi</c>, <c>aerostack</c>, <c>ascend</c> or <c>kernel</c>.</summary>
    public required string Platform { get; init; }

    /// <summary>What kind of thing happened, for example <c>api_key_generated</c>.</summary>
    public required string EventType { get; init; }

    /// <summary>Who did it: a user id, an agent id, or <c>system</c>.</summary>
    public required string ActorId { get; init; }

    /// <summary>What kind of thing it was done to, for example <c>api_key</c>.</summary>
    public required string ResourceType { get; init; }

    /// <summary>The id of the thing it was done to. Never a key or token itself.</summary>
    public required string ResourceId { get; init; }

    /// <summary>What was done, for example <c>create</c>.</summary>
    public required string Action { get; init; }

    /// <summary>How it ended; see <see cref="AuditOutcome"/> for the usual words.</summary>
    public required string Outcome { get; init; }

    /// <summary>How risky it was judged to be.</summary>
    /// <value>Default null: not judged.</value>
    public string? RiskLevel { get; init; }

    /// <summary>Everything else worth knowing.</summary>
    /// <value>Default an empty object.</value>
    public AuditData Data { get; init; }

    /// <summary>The address that the request came from.</summary>
    /// <value>Default null: none known.</value>
    public string? IpAddress { get; init; }

    /// <summary>The correlation id of the request.</summary>
    /// <value>Default null: none given.</value>
    public string? CorrelationId { get; init; }
}
