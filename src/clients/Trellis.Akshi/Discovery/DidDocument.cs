using System.Text.Json;
using System.Text.Json.Serialization;

namespace Trellis.Akshi;

/// <summary>The document behind a runtime's identifier. Contract section 2.13.</summary>
public sealed record DidDocument : AkshiAnswer
{
    /// <summary>What its words mean.</summary>
    [JsonPropertyName("@context")]
    public JsonElement? Context { get; init; }

    /// <summary>The identifier, <c>did:web:…</c>.</summary>
    public string? Id { get; init; }

    /// <summary>The keys. Never null.</summary>
    [JsonPropertyName("verificationMethod")]
    public IReadOnlyList<VerificationMethod> VerificationMethod { get; init => field = value ?? []; } = [];

    /// <summary>Which of them prove who it is. Never null.</summary>
    public IReadOnlyList<JsonElement> Authentication { get; init => field = value ?? []; } = [];
}
