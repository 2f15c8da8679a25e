using System.Text.Json;
using System.Text.Json.Serialization;

namespace Trellis.Akshi;

/// <summary>An event of the AG-UI stream. Which fields are there depends on its type. Contract section 3.2.</summary>
public sealed record AguiEvent : AkshiEvent
{
    /// <summary>The agent.</summary>
    public string? Agent { get; init; }

    /// <summary>The thread of a run.</summary>
    [JsonPropertyName("threadId")]
    public string? ThreadId { get; init; }

    /// <summary>The run.</summary>
    [JsonPropertyName("runId")]
    public string? RunId { get; init; }

    /// <summary>When a run began, as Unix time in milliseconds.</summary>
    public long? Timestamp { get; init; }

    /// <summary>How long a run took, in milliseconds.</summary>
    [JsonPropertyName("durationMs")]
    public long? DurationMs { get; init; }

    /// <summary>How a run ended: <c>ok</c> or <c>error</c>.</summary>
    public string? Outcome { get; init; }

    /// <summary>Why a run failed.</summary>
    public string? Error { get; init; }

    /// <summary>The message.</summary>
    [JsonPropertyName("messageId")]
    public string? MessageId { get; init; }

    /// <summary>Who speaks: <c>assistant</c>.</summary>
    public string? Role { get; init; }

    /// <summary>A part of a message, a text; or what changed in the state, a list of JSON Patch operations (RFC 6902).</summary>
    public JsonElement? Delta { get; init; }

    /// <summary>The call of a tool.</summary>
    [JsonPropertyName("toolCallId")]
    public string? ToolCallId { get; init; }

    /// <summary>The tool.</summary>
    [JsonPropertyName("toolCallName")]
    public string? ToolCallName { get; init; }

    /// <summary>What the tool is given.</summary>
    public JsonElement? Args { get; init; }

    /// <summary>What the tool answered.</summary>
    public string? Result { get; init; }

    /// <summary>All agents, in a snapshot. Never null.</summary>
    public IReadOnlyList<AgentStatus> Agents { get; init => field = value ?? []; } = [];

    /// <summary>The whole state, in a snapshot.</summary>
    public JsonElement? Snapshot { get; init; }

    /// <summary>What it is about: what the data says, and else the event's name.</summary>
    [JsonIgnore]
    public AguiEventType Type => new(NamedType ?? Name);

    /// <summary>The part of a message; <see langword="null"/> in other events.</summary>
    [JsonIgnore]
    public string? Text => Delta is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    [JsonInclude]
    [JsonPropertyName("type")]
    internal string? NamedType { get; init; }
}
