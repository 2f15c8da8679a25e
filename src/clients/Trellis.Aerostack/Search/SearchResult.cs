using System.Text.Json;

namespace Trellis.Aerostack;

/// <summary>A text that was found. Contract section 2.2.5.</summary>
public sealed record SearchResult : AerostackAnswer
{
    /// <summary>Its id.</summary>
    public string? Id { get; init; }

    /// <summary>The text, or its beginning.</summary>
    public string? Content { get; init; }

    /// <summary>How well it fits, more is better.</summary>
    public double? Score { get; init; }

    /// <summary>What kind of text it is.</summary>
    public string? Type { get; init; }

    /// <summary>What was kept with it, an object; <see cref="JsonValueKind.Undefined"/> when the server sent none.</summary>
    public JsonElement Metadata { get; init; }
}
