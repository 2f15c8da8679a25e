using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Trellis.Server.Kernel.Identity;

/// <summary>SHA-256 of a token: what a token is remembered by, so that no memory dump of the cache yields one.</summary>
internal readonly record struct TokenDigest(UInt128 High, UInt128 Low)
{
    public static TokenDigest Of(string token)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(token.AsSpan()), digest);
        return new TokenDigest(MemoryMarshal.Read<UInt128>(digest), MemoryMarshal.Read<UInt128>(digest[16..]));
    }
}
