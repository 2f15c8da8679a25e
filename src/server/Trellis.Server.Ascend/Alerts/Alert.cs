namespace Trellis.Server.Ascend.Alerts;

/// <summary>Something that people should look at.</summary>
internal sealed record Alert
{
    /// <summary>The number within the organisation; 0 before it is stored.</summary>
    public long Number { get; init; }

    /// <summary>What kind: one of <see cref="AlertTypes"/>.</summary>
    public required string Type { get; init; }

    /// <summary><c>low</c>, <c>medium</c>, <c>high</c> or <c>critical</c>.</summary>
    public required string Severity { get; init; }

    /// <summary>A few words.</summary>
    public required string Title { get; init; }

    /// <summary>A sentence.</summary>
    public required string Message { get; init; }

    /// <summary>The agent that it is about; null for none.</summary>
    public string? AgentId { get; init; }

    /// <summary>The action that it is about; null for none.</summary>
    public long? ActionId { get; init; }

    /// <summary>The resource or component that it is about; null for none.</summary>
    public string? Resource { get; init; }

    /// <summary>More: a JSON object.</summary>
    public string Details { get; init; } = "{}";

    /// <summary>When it was raised.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When somebody acknowledged it; null until then.</summary>
    public DateTimeOffset? AcknowledgedAt { get; init; }

    /// <summary>Who acknowledged it.</summary>
    public string? AcknowledgedBy { get; init; }
}
