using System.Security.Cryptography;
using System.Text.Json;
using Trellis.Server.Kernel.Secrets;

namespace Trellis.Server.Console.Sessions;

/// <summary>
/// Seals sessions into cookies, with the key that seals the server's secrets: a session outlives a restart, holds on every server that has
/// the key, and needs no store. Safe for concurrent use.
/// </summary>
internal sealed class SessionSeal(SecretProtector secrets, RandomNumberGenerator random, TimeProvider time)
{
    /// <summary>How long a session lasts.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    private static readonly SecretBinding Binding = new(0, "console-session", "cookie");

    /// <summary>Begins a session.</summary>
    public string Seal(string token)
    {
        var csrf = new byte[32];
        random.GetBytes(csrf);
        var content = new SessionContent(token, Convert.ToHexStringLower(csrf), time.GetUtcNow().ToUnixTimeSeconds());
        return secrets.Protect(JsonSerializer.SerializeToUtf8Bytes(content), Binding);
    }

    /// <summary>What a cookie holds; null when it is no session, or one that has ended.</summary>
    public SessionContent? Open(string cookie)
    {
        try
        {
            var content = JsonSerializer.Deserialize<SessionContent>(secrets.Unprotect(cookie, Binding));
            return content is not null && DateTimeOffset.FromUnixTimeSeconds(content.SignedInAt) + Lifetime > time.GetUtcNow() ? content : null;
        }
        catch (Exception error) when (error is SecretProtectionException or JsonException)
        {
            return null;
        }
    }
}
