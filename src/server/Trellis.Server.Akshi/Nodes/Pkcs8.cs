using System.Security.Cryptography;

namespace Trellis.Server.Akshi.Nodes;

/// <summary>The file format of Ed25519 keys: PKCS #8 in PEM (RFC 8410, section 7). Other tools read it too.</summary>
internal static class Pkcs8
{
    public const string Label = "PRIVATE KEY";

    // Version 0, the algorithm 1.3.101.112, and an octet string within an octet string.
    private static readonly byte[] Header = [0x30, 0x2E, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20];

    /// <summary>Wraps a seed.</summary>
    public static byte[] Wrap(ReadOnlySpan<byte> seed) => [.. Header, .. seed];

    /// <summary>Reads a key.</summary>
    /// <exception cref="CryptographicException">The text holds none of this kind.</exception>
    public static Ed25519Key Read(string pem)
    {
        if (PemEncoding.TryFind(pem, out var fields)
            && pem[fields.Label] == Label
            && Convert.FromBase64String(pem[fields.Base64Data]) is var bytes
            && bytes.Length == Header.Length + Ed25519Key.SeedLength
            && bytes.AsSpan().StartsWith(Header))
        {
            return new Ed25519Key(bytes.AsSpan(Header.Length));
        }

        throw new CryptographicException("The file holds no Ed25519 key in PKCS #8.");
    }
}
