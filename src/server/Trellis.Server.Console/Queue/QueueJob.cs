using System.Text.Json;
using System.Text.Json.Serialization;

namespace Trellis.Server.Console.Queue;

/// <summary>A job, as Aerostack shows it.</summary>
internal sealed record QueueJob
{
    /// <summary>The states, as Aerostack names them.</summary>
    public static IReadOnlyList<string> States { get; } = ["queued", "processing", "completed", "failed", "cancelled"];

    /// <summary>Its id.</summary>
    public string Id { get; init; } = "";

    /// <summary>What is to be done.</summary>
    public string Type { get; init; } = "";

    /// <summary>With what.</summary>
    public JsonElement Data { get; init; }

    /// <summary>Where it stands.</summary>
    public string Status { get; init; } = "";

    /// <summary>When it was enqueued.</summary>
    [JsonPropertyName("createdAt")]
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; init; }

    /// <summary>How often it is tried at most.</summary>
    [JsonPropertyName("maxAttempts")]
    public int MaxAttempts { get; init; }

    /// <summary>When it may be done, while it waits.</summary>
    [JsonPropertyName("runAt")]
    public DateTimeOffset? RunAt { get; init; }

    /// <summary>When it ended.</summary>
    [JsonPropertyName("completedAt")]
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>Why the last attempt failed.</summary>
    public string? Error { get; init; }

    /// <summary>Whether it can be cancelled.</summary>
    public bool IsOpen => Status is "queued" or "processing";

    /// <summary>Whether it is a dead letter, which can be tried again.</summary>
    public bool IsDead => Status == "failed";
}
