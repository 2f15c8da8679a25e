using System.Security.Cryptography;
using System.Text;

namespace Trellis.Server.Kernel.Secrets;

/// <summary>A key of 256 bits and the id that envelopes name it by. Prints its id alone.</summary>
internal sealed class SecretKey
{
    public const int Length = 32;

    private const int TagLength = 16;
    private const int IdLength = 8;

    private readonly byte[] _key;

    public SecretKey(byte[] key)
    {
        if (key.Length != Length)
            throw new CryptographicException($"A secret key has {Length} bytes.");

        _key = key;

        // Derived from the key, so that no file can give one key two ids or two keys one.
        Id = Convert.ToHexStringLower(HMACSHA256.HashData(key, "trellis secret key id"u8).AsSpan(0, IdLength));
    }

    public string Id { get; }

    public AesGcm Open() => new(_key, TagLength);

    /// <summary>Authenticates data for one purpose, with a key of that purpose's own (HKDF, RFC 5869).</summary>
    public byte[] Authenticate(string purpose, ReadOnlySpan<byte> data)
    {
        Span<byte> derived = stackalloc byte[Length];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, _key, derived, salt: [], Encoding.UTF8.GetBytes($"trellis-signature:1:{purpose}"));
        return HMACSHA256.HashData(derived, data);
    }

    public string ToBase64() => Convert.ToBase64String(_key);

    public override string ToString() => Id;
}
