using System.Text.Json.Serialization;

namespace Trellis.Ascend;

/// <summary>What became of a report about an action's outcome. Contract section 2.5.</summary>
public sealed record ActionLogEntry : AscendAnswer
{
    /// <summary>Whether the server has it.</summary>
    public bool? Success { get; init; }

    /// <summary>The action.</summary>
    public string? ActionId { get; init; }

    /// <summary>The outcome: <c>completed</c> or <c>failed</c>.</summary>
    public string? Status { get; init; }

    /// <summary>Since when.</summary>
    public DateTimeOffset? LoggedAt { get; init; }

    /// <summary>Whether the report did not arrive, and only the client's log has it; <see cref="Error"/> says why.</summary>
    public bool LoggedLocally { get; init; }

    /// <summary>Why the report did not arrive.</summary>
    public string? Error { get; init; }

    /// <summary>The exception behind <see cref="Error"/>.</summary>
    [JsonIgnore]
    public AscendException? Exception { get; init; }
}
