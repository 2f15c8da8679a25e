using System.Text.Json;
using Trellis.Server.Kernel.Json;

namespace Trellis.Server.Aerostack.Auth.Users;

/// <summary>Users on the wire: each member in the spellings of all clients (contract, section 2.3.1).</summary>
internal static class UserJson
{
    /// <summary>Writes the member <c>user</c>.</summary>
    public static void WriteUser(this Utf8JsonWriter json, EndUser user)
    {
        json.WriteStartObject("user"u8);
        json.WriteString("id"u8, user.Id);
        json.WriteString("email"u8, user.Email ?? "");
        if (user.Phone is not null)
            json.WriteString("phone"u8, user.Phone);
        json.WriteString("name"u8, user.Name);
        json.WriteTime("createdAt"u8, user.CreatedAt);
        json.WriteTime("created_at"u8, user.CreatedAt);
        json.WriteBoolean("emailVerified"u8, user.VerifiedAt is not null);
        json.WriteTime("email_verified_at"u8, user.VerifiedAt);
        json.WriteString("avatar_url"u8, user.AvatarUrl);
        json.WriteString("avatar_image_id"u8, user.AvatarImageId);
        foreach (var name in (ReadOnlySpan<string>)["metadata", "customFields", "profile_extras"])
        {
            json.WritePropertyName(name);
            json.WriteRawValue(user.Metadata, skipInputValidation: true);
        }

        json.WriteEndObject();
    }
}
