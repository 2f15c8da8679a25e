using System.Text.Json;
using Trellis.Server.Askii.Platform;
using Trellis.Server.Kernel.Identity;

namespace Trellis.Server.Askii.Keys;

/// <summary>The answer of <c>provision-key</c>: the one place where a key shows.</summary>
internal sealed class ProvisionedKey(MintedApiKey secret, AskiiKey key, string subject) : PlatformAnswer
{
    /// <inheritdoc/>
    protected override void WriteMembers(Utf8JsonWriter json)
    {
        json.WriteString("api_key"u8, secret.Reveal());
        json.WriteString("key_name"u8, key.Name);
        json.WriteString("user_id"u8, subject);
        WireTime.Write(json, "expires"u8, key.ExpiresAt);
    }
}
