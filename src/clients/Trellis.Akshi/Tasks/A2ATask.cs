using System.Text.Json;

namespace Trellis.Akshi;

/// <summary>Work that one agent gives another. Contract sections 2.8 and 4.7.</summary>
public sealed record A2ATask : AkshiAnswer
{
    /// <summary>Its id.</summary>
    public string? Id { get; init; }

    /// <summary>Who gives it; can be somebody outside of the runtime.</summary>
    public string? From { get; init; }

    /// <summary>Which agent is to do it.</summary>
    public string? To { get; init; }

    /// <summary>How far it has come.</summary>
    public A2ATaskState? Status { get; init; }

    /// <summary>What it is given: any JSON.</summary>
    public JsonElement? Input { get; init; }

    /// <summary>What came of it: any JSON.</summary>
    public JsonElement? Output { get; init; }

    /// <summary>Why it failed.</summary>
    public string? Error { get; init; }

    /// <summary>When it was given.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When an agent took it.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? CompletedAt { get; init; }
}
