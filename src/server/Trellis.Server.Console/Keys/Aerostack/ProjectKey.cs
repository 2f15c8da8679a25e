using System.Text.Json.Serialization;

namespace Trellis.Server.Console.Keys.Aerostack;

/// <summary>A key of a project as Aerostack lists it.</summary>
internal sealed record ProjectKey
{
    /// <summary>Its number.</summary>
    public required string Id { get; init; }

    /// <summary><c>secret</c> or <c>public</c>.</summary>
    public string Kind { get; init; } = "";

    /// <summary>What people call it.</summary>
    public string Name { get; init; } = "";

    /// <summary>What people know it again by.</summary>
    public string Hint { get; init; } = "";

    /// <summary>When it was made.</summary>
    [JsonPropertyName("createdAt")]
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was ended; null while it is good.</summary>
    [JsonPropertyName("revokedAt")]
    public DateTimeOffset? RevokedAt { get; init; }
}
