using System.Security.Cryptography;
using System.Text;

namespace Trellis;

/// <summary>
/// Keys under which answers are cached (Askii contract, section 5.2): <c>askii:v1:{H(token)}:{resource}:{operation}:{arguments}</c>,
/// with the name of the platform in front. The token is only there as a hash, so tenants that share a cache do not share entries.
/// </summary>
internal static class CacheKey
{
    private const int HashedBytes = 4;

    /// <summary>The key of one call.</summary>
    /// <param name="platform">The first part of the key, in lower case: <c>askii</c>.</param>
    /// <param name="token">The credential that the call is made with.</param>
    /// <param name="resource">What a mutation invalidates together: <c>keys</c>.</param>
    /// <param name="operation">The call: <c>get_config</c>.</param>
    /// <param name="arguments">What the answer depends on besides; null and empty are the same.</param>
    public static string ForCall(
        string platform, Secret token, string resource, string operation, IReadOnlyDictionary<string, object?>? arguments = null)
    {
        var suffix = arguments is null or { Count: 0 } ? "noargs" : Hash(JsonTextBuilder.Write(arguments, JsonTextStyle.Canonical));
        return $"{ForResource(platform, token, resource)}:{operation}:{suffix}";
    }

    /// <summary>The key of the generation that the cached answers about <paramref name="resource"/> belong to.</summary>
    public static string ForGeneration(string platform, Secret token, string resource) => $"{ForResource(platform, token, resource)}:generation";

    /// <summary>What the keys of all calls on <paramref name="resource"/> with <paramref name="token"/> begin with.</summary>
    public static string ForResource(string platform, Secret token, string resource) => $"{platform}:v1:{Hash(token.Reveal())}:{resource}";

    /// <summary>The first eight hexadecimal digits, in lower case, of the SHA-256 of <paramref name="text"/> in UTF-8.</summary>
    public static string Hash(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return Convert.ToHexString(hash[..HashedBytes]).ToLowerInvariant();
    }
}
