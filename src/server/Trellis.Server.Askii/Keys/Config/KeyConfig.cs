using System.Text.Json;
using Trellis.Server.Askii.Platform;

namespace Trellis.Server.Askii.Keys;

/// <summary>The answer of <c>get-key-config</c>.</summary>
internal sealed class KeyConfig(AskiiKey key) : PlatformAnswer
{
    /// <inheritdoc/>
    protected override void WriteMembers(Utf8JsonWriter json)
    {
        json.WriteString("key_name"u8, key.Name);
        json.WriteString("key_alias"u8, key.Alias);
        key.Models.WriteTo(json, "models"u8);
        json.WriteString("default_model"u8, key.DefaultModel);
        json.WriteBoolean("memory_enabled"u8, key.MemoryEnabled);
        json.WriteString("memory_mode"u8, key.MemoryMode);
    }
}
