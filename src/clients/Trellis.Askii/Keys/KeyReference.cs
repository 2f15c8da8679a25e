using System.Text.Json.Serialization;

namespace Trellis.Askii;

/// <summary>The body of the operations that are about one key.</summary>
/// <param name="Key">The key itself (<c>sk-…</c>) or its alias.</param>
internal sealed record KeyReference([property: JsonPropertyName("key")] string Key)
{
    public override string ToString() => nameof(KeyReference);
}
