using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Trellis.Server.Kernel.Identity;

/// <summary>
/// Makes and recognises API keys: a typed prefix, 256 random bits in base62 (43 characters) and a checksum (6 characters), so that typing
/// errors and guesses are refused before the store is asked. Safe for concurrent use.
/// </summary>
/// <param name="random">The source of the random bits.</param>
public sealed class ApiKeyMint(RandomNumberGenerator random)
{
    private const int RandomBytes = 32;
    private const int RandomLength = 43;
    private const int ChecksumLength = 6;
    private const int HintLength = 4;

    private static readonly SearchValues<char> Digits = SearchValues.Create(Base62.Digits);

    /// <summary>Makes a new key.</summary>
    public MintedApiKey Mint(ApiKeyPrefix prefix)
    {
        ArgumentNullException.ThrowIfNull(prefix);

        Span<byte> bits = stackalloc byte[RandomBytes];
        random.GetBytes(bits);
        Span<char> body = stackalloc char[RandomLength + ChecksumLength];
        Base62.Encode(bits, body[..RandomLength]);
        WriteChecksum(prefix.Value, body[..RandomLength], body[RandomLength..]);
        CryptographicOperations.ZeroMemory(bits);

        var text = string.Concat(prefix.Value, body);
        return new MintedApiKey(text, Hash(text), $"{prefix.Value}…{body[^HintLength..]}");
    }

    /// <summary>
    /// Checks the form and the checksum of a presented key and returns the hash to look it up by. A key that passes may still be unknown.
    /// </summary>
    /// <param name="prefix">The prefix that the key must have.</param>
    /// <param name="presented">What the caller sent; may be anything.</param>
    /// <param name="hash">SHA-256 of the key in lower-case hex.</param>
    public static bool TryHash(ApiKeyPrefix prefix, string? presented, [NotNullWhen(true)] out string? hash)
    {
        ArgumentNullException.ThrowIfNull(prefix);

        hash = null;
        if (presented is null
            || presented.Length != prefix.Value.Length + RandomLength + ChecksumLength
            || !presented.StartsWith(prefix.Value, StringComparison.Ordinal))
        {
            return false;
        }

        var body = presented.AsSpan(prefix.Value.Length);
        if (body.ContainsAnyExcept(Digits))
            return false;

        Span<char> checksum = stackalloc char[ChecksumLength];
        WriteChecksum(prefix.Value, body[..RandomLength], checksum);
        if (!body[RandomLength..].SequenceEqual(checksum))
            return false;

        hash = Hash(presented);
        return true;
    }

    /// <summary>Compares two hashes in a time that does not depend on where they differ.</summary>
    public static bool HashesEqual(string left, string right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(left), Encoding.ASCII.GetBytes(right));
    }

    private static string Hash(string text)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        HashAscii(text, default, digest);
        return Convert.ToHexStringLower(digest);
    }

    // The checksum is computed from the key itself, so it tells nobody anything that the key does not.
    private static void WriteChecksum(ReadOnlySpan<char> prefix, ReadOnlySpan<char> body, Span<char> checksum)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        HashAscii(prefix, body, digest);
        Base62.Encode(digest[..4], checksum);
    }

    private static void HashAscii(ReadOnlySpan<char> first, ReadOnlySpan<char> second, Span<byte> digest)
    {
        Span<byte> bytes = stackalloc byte[128];
        var length = Encoding.ASCII.GetBytes(first, bytes);
        length += Encoding.ASCII.GetBytes(second, bytes[length..]);
        SHA256.HashData(bytes[..length], digest);
        CryptographicOperations.ZeroMemory(bytes);
    }
}
