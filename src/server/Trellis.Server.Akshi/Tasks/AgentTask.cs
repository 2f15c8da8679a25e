using System.Text.Json;
using Trellis.Server.Kernel.Json;

namespace Trellis.Server.Akshi.Tasks;

/// <summary>A task of one agent for another. Immutable.</summary>
internal sealed record AgentTask
{
    /// <summary><c>task_</c> and 32 hexadecimal digits that rise with time.</summary>
    public required string Id { get; init; }

    /// <summary>Who asks; may be the name of somebody outside.</summary>
    public required string From { get; init; }

    /// <summary>The agent that is to do it.</summary>
    public required string To { get; init; }

    /// <summary>One of <see cref="TaskStatusWords"/>.</summary>
    public required string Status { get; init; }

    /// <summary>What is to be done: JSON.</summary>
    public required string Input { get; init; }

    /// <summary>What came of it: JSON; null while nothing has.</summary>
    public string? Output { get; init; }

    /// <summary>Why it failed; null when it did not.</summary>
    public string? Error { get; init; }

    /// <summary>How far it is: JSON; null when nobody said.</summary>
    public string? Progress { get; init; }

    /// <summary>When it was given.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When somebody took it.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ended, well or not.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>Writes the object of the wire (contract, section 2.8).</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, Id);
        json.WriteString("from"u8, From);
        json.WriteString("to"u8, To);
        json.WriteString("status"u8, Status);
        WriteJson(json, "input"u8, Input);
        WriteJson(json, "output"u8, Output);
        json.WriteString("error"u8, Error);
        if (Progress is not null)
            WriteJson(json, "progress"u8, Progress);
        json.WriteTime("created_at"u8, CreatedAt);
        json.WriteTime("started_at"u8, StartedAt);
        json.WriteTime("completed_at"u8, CompletedAt);
        json.WriteEndObject();
    }

    private static void WriteJson(Utf8JsonWriter json, ReadOnlySpan<byte> name, string? text)
    {
        json.WritePropertyName(name);
        if (text is null)
            json.WriteNullValue();
        else
            json.WriteRawValue(text, skipInputValidation: true);
    }
}
