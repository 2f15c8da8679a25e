using System.Security.Cryptography;
using System.Text;
using Trellis.Server.Kernel.Identity;

namespace Trellis.Server.Akshi.Identity;

/// <summary>Tokens of the platform: those made here have a prefix and a checksum, one that a person chose in <c>runtime.toml</c> has neither.</summary>
internal static class AkshiToken
{
    /// <summary>How the tokens that are made here begin.</summary>
    public static ApiKeyPrefix Prefix { get; } = new("akshi_");

    /// <summary>SHA-256 of a token in lower-case hex: what it is stored and looked up by.</summary>
    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>What a request must repeat in <c>X-Akshi-Csrf</c> when the cookie is its credential. It can be made from the token alone.</summary>
    public static string CsrfOf(string token) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(token), "akshi csrf 1"u8));
}
