using System.Text.Json.Serialization;

namespace Trellis.Akshi;

/// <summary>A public key. Contract section 2.13.</summary>
public sealed record VerificationMethod : AkshiAnswer
{
    /// <summary>Its id.</summary>
    public string? Id { get; init; }

    /// <summary>What kind of key it is: <c>Ed25519VerificationKey2020</c>.</summary>
    public string? Type { get; init; }

    /// <summary>Whose it is.</summary>
    public string? Controller { get; init; }

    /// <summary>The key.</summary>
    [JsonPropertyName("publicKeyMultibase")]
    public string? PublicKeyMultibase { get; init; }
}
