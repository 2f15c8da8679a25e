namespace Trellis.Ascend;

/// <summary>Which records of the audit log are wanted. Members that are <see langword="null"/> choose nothing. Contract section 2.11.</summary>
public sealed record AuditFilter
{
    /// <summary>From when on.</summary>
    public DateTimeOffset? StartDate { get; init; }

    /// <summary>Until when.</summary>
    public DateTimeOffset? EndDate { get; init; }

    /// <summary>What kind of thing happened.</summary>
    public string? EventType { get; init; }

    /// <summary>Who did it.</summary>
    public string? ActorId { get; init; }

    /// <summary>The kind of thing it happened to.</summary>
    public string? ResourceType { get; init; }

    internal Query AddTo(Query query) => query
        .Add("start_date", StartDate is { } start ? WireTime.Format(start) : null)
        .Add("end_date", EndDate is { } end ? WireTime.Format(end) : null)
        .Add("event_type", EventType)
        .Add("actor_id", ActorId)
        .Add("resource_type", ResourceType);
}
