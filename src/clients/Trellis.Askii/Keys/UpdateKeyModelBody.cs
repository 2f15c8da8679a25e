using System.Text.Json.Serialization;

namespace Trellis.Askii;

/// <summary>The body of <c>update-key-model</c>.</summary>
internal sealed record UpdateKeyModelBody(
    [property: JsonPropertyName("key")] string Key,
    [property: JsonPropertyName("models")] IReadOnlyList<string> Models,
    [property: JsonPropertyName("default_model"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? DefaultModel)
{
    public override string ToString() => nameof(UpdateKeyModelBody);
}
