using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Trellis.Ascend;

/// <summary>Signs request bodies, which are in canonical form already. Contract section 1.5.</summary>
internal static class RequestSignature
{
    private const string Scheme = "v1=";

    /// <summary>The value of <c>X-Signature</c>.</summary>
    /// <param name="key">The signing secret's bytes.</param>
    /// <param name="timestamp">The value of <c>X-Request-Timestamp</c>.</param>
    /// <param name="body">The body as it is sent.</param>
    public static string Create(ReadOnlySpan<byte> key, string timestamp, ReadOnlySpan<byte> body)
    {
        using var signed = new PooledBuffer(timestamp.Length + 1 + body.Length);
        Encoding.UTF8.GetBytes(timestamp, signed);
        signed.Write("."u8);
        signed.Write(body);
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, signed.Span, hash);
        return Scheme + Convert.ToHexString(hash).ToLowerInvariant();
    }
}
