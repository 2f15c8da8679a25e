using System.Security.Cryptography;

namespace Trellis.Server.Kernel.Blobs;

/// <summary>The names of blobs: nothing of a caller's is in them, so that none leads out of its folder.</summary>
internal static class BlobId
{
    private const int Bytes = 16;

    public static string New(RandomNumberGenerator random)
    {
        Span<byte> bits = stackalloc byte[Bytes];
        random.GetBytes(bits);
        return Convert.ToHexStringLower(bits);
    }

    /// <exception cref="ArgumentException"><paramref name="id"/> is not the name of a blob.</exception>
    public static void ThrowIfNotOne(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        if (id.Length != 2 * Bytes || !id.All(char.IsAsciiHexDigitLower))
            throw new ArgumentException("That is not the name of a blob.", nameof(id));
    }
}
