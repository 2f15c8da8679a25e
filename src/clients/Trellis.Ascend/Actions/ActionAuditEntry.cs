using System.Text.Json.Nodes;

namespace Trellis.Ascend;

/// <summary>One thing that happened to an action.</summary>
public sealed record ActionAuditEntry : AscendAnswer
{
    /// <summary>When.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>What.</summary>
    public string? Action { get; init; }

    /// <summary>Who did it.</summary>
    public string? Actor { get; init; }

    /// <summary>More about it.</summary>
    public JsonNode? Details { get; init; }
}
