using System.Text.Json;
using Trellis.Server.Askii.Platform;

namespace Trellis.Server.Askii.Keys;

/// <summary>The answer of <c>revoke-key</c>.</summary>
internal sealed class RevokedKey : PlatformAnswer
{
    /// <inheritdoc/>
    protected override void WriteMembers(Utf8JsonWriter json)
    {
        json.WriteBoolean("revoked"u8, true);
        json.WriteString("detail"u8, "Key revoked.");
    }
}
