using System.Buffers;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Trellis.Server.Kernel.Identity;

/// <summary>SHA-256 of a token: what a token is remembered by, so that no memory dump of the cache yields one.</summary>
internal readonly record struct TokenDigest(UInt128 High, UInt128 Low)
{
    private const int LargestOnStack = 2048;

    /// <summary>The digest of a token; false when the text holds anything but ASCII, as no token does.</summary>
    public static bool TryMake(string token, out TokenDigest digest)
    {
        if (token.Length <= LargestOnStack)
            return TryMake(token, stackalloc byte[token.Length], out digest);

        var rented = ArrayPool<byte>.Shared.Rent(token.Length);
        try
        {
            return TryMake(token, rented, out digest);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented, clearArray: true);
        }
    }

    private static bool TryMake(string token, Span<byte> bytes, out TokenDigest digest)
    {
        digest = default;
        if (Ascii.FromUtf16(token, bytes, out var length) != OperationStatus.Done)
            return false;

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes[..length], hash);
        digest = new TokenDigest(MemoryMarshal.Read<UInt128>(hash), MemoryMarshal.Read<UInt128>(hash[16..]));
        return true;
    }
}
