using System.Text.Json;
using Trellis.Server.Ascend.Identity;
using Trellis.Server.Kernel.Json;

namespace Trellis.Server.Ascend.Keys;

/// <summary>Keys on the wire, without what is secret of them.</summary>
internal static class KeyJson
{
    public static void WriteMembers(Utf8JsonWriter json, AscendKey key, DateTimeOffset now)
    {
        json.WriteString("key_id"u8, key.Id);
        json.WriteString("key_prefix"u8, key.Hint);
        json.WriteString("name"u8, key.Name);
        json.WriteString("description"u8, key.Description);
        json.WriteString("role"u8, RoleName.Of(key.Role));
        json.WriteString("status"u8, key.RevokedAt is not null ? "revoked" : key.ExpiresAt <= now ? "expired" : "active");
        json.WriteString("created_by"u8, key.CreatedBy);
        json.WriteTime("created_at"u8, key.CreatedAt);
        json.WriteTime("expires_at"u8, key.ExpiresAt);
        json.WriteTime("revoked_at"u8, key.RevokedAt);
        json.WriteString("revoked_reason"u8, key.RevokedReason);
        if (key is { RateLimit: { } requests, RateLimitWindow: { } window })
        {
            json.WriteStartObject("rate_limit"u8);
            json.WriteNumber("max_requests"u8, requests);
            json.WriteNumber("window_seconds"u8, window);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("rate_limit"u8);
        }
    }
}
