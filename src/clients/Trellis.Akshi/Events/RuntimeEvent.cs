using System.Text.Json;
using System.Text.Json.Serialization;

namespace Trellis.Akshi;

/// <summary>An event of the unified stream, or of one agent's. Which fields are there depends on its type. Contract section 3.3.</summary>
public sealed record RuntimeEvent : AkshiEvent
{
    /// <summary>The agent.</summary>
    public string? Agent { get; init; }

    /// <summary>A piece of what it says.</summary>
    public string? Text { get; init; }

    /// <summary>The tool.</summary>
    public string? Tool { get; init; }

    /// <summary>What the tool is given.</summary>
    public JsonElement? Args { get; init; }

    /// <summary>What the tool answered.</summary>
    public string? Result { get; init; }

    /// <summary>How long a run took, in milliseconds.</summary>
    public long? DurationMs { get; init; }

    /// <summary>What failed.</summary>
    public string? Error { get; init; }

    /// <summary>What it is about.</summary>
    [JsonIgnore]
    public RuntimeEventType Type => new(Name);
}
