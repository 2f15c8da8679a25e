using System.Text.Json.Serialization;
using Trellis.Aerostack.Json;

namespace Trellis.Aerostack;

/// <summary>What turns texts into vectors. An open set. Contract section 2.2.5.</summary>
[JsonConverter(typeof(EmbeddingModelConverter))]
public readonly record struct EmbeddingModel
{
    private readonly string? _value;

    /// <summary>Wraps a value from the wire, in the exact case it has there.</summary>
    public EmbeddingModel(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>For English, <c>english</c>.</summary>
    public static EmbeddingModel English { get; } = new("english");

    /// <summary>For many languages, <c>multilingual</c>.</summary>
    public static EmbeddingModel Multilingual { get; } = new("multilingual");

    /// <summary>Whether this version knows the value.</summary>
    public bool IsKnown => this == English || this == Multilingual;

    /// <summary>The value as on the wire.</summary>
    public override string ToString() => _value ?? "";
}
