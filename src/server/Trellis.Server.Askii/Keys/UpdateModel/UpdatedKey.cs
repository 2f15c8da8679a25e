using System.Text.Json;
using Trellis.Server.Askii.Platform;

namespace Trellis.Server.Askii.Keys;

/// <summary>The answer of <c>update-key-model</c>.</summary>
internal sealed class UpdatedKey(string name, ModelSelection models, string? defaultModel) : PlatformAnswer
{
    /// <inheritdoc/>
    protected override void WriteMembers(Utf8JsonWriter json)
    {
        json.WriteBoolean("updated"u8, true);
        json.WriteString("key_name"u8, name);
        models.WriteTo(json, "models"u8);
        json.WriteString("default_model"u8, defaultModel);
    }
}
