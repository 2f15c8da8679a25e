namespace Trellis.Server.Kernel.Audit;

/// <summary>Which records are wanted. What is null does not narrow the choice.</summary>
public sealed record AuditFilter
{
    /// <summary>All records.</summary>
    public static AuditFilter None { get; } = new();

    /// <summary>Of this platform.</summary>
    public string? Platform { get; init; }

    /// <summary>Of this kind.</summary>
    public string? EventType { get; init; }

    /// <summary>By this actor.</summary>
    public string? ActorId { get; init; }

    /// <summary>About things of this type.</summary>
    public string? ResourceType { get; init; }

    /// <summary>About this thing.</summary>
    public string? ResourceId { get; init; }

    /// <summary>Of this action.</summary>
    public string? Action { get; init; }

    /// <summary>With this outcome.</summary>
    public string? Outcome { get; init; }

    /// <summary>Judged to be of this level.</summary>
    public string? RiskLevel { get; init; }

    /// <summary>Of the request with this correlation id.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>Not before this moment.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Before this moment.</summary>
    public DateTimeOffset? Until { get; init; }
}
