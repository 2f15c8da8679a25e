using System.Text.Json;
using Trellis.Aerostack;

namespace Trellis.Cli.Aerostack.Auth;

/// <summary>An <see cref="AuthUser"/> as it is printed.</summary>
internal sealed record PrintedUser(string? Id, string? Email, string? Name, DateTimeOffset? CreatedAt, JsonElement? Metadata)
{
    public static PrintedUser Of(AuthUser user) => new(
        user.Id, user.Email, user.Name, user.CreatedAt, user.Metadata.ValueKind == JsonValueKind.Undefined ? null : user.Metadata);
}
