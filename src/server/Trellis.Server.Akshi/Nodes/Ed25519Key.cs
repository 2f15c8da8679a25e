using System.Security.Cryptography;
using System.Text;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace Trellis.Server.Akshi.Nodes;

/// <summary>A key pair that signs (RFC 8032). Prints its public half alone. Safe for concurrent use.</summary>
internal sealed class Ed25519Key
{
    public const int SeedLength = 32;
    public const int PublicLength = 32;

    private const int SignatureLength = 64;

    private readonly byte[] _seed;
    private readonly Lazy<byte[]> _public;

    /// <summary>The pair of a seed.</summary>
    public Ed25519Key(ReadOnlySpan<byte> seed)
    {
        if (seed.Length != SeedLength)
            throw new CryptographicException($"The seed of an Ed25519 key has {SeedLength} bytes.");

        _seed = seed.ToArray();
        _public = new(MakePublic);
    }

    /// <summary>The public half, which is computed when it is first asked for.</summary>
    public ReadOnlySpan<byte> Public => _public.Value;

    /// <summary>The name of the key.</summary>
    public string Did => DidKey.Of(Public);

    /// <summary>Whether a signature of some text is good.</summary>
    /// <param name="publicKey">The public half.</param>
    /// <param name="text">What is signed.</param>
    /// <param name="signature">What came with it; may be anything.</param>
    public static bool IsSigned(byte[] publicKey, string text, ReadOnlySpan<byte> signature)
    {
        if (publicKey.Length != PublicLength || signature.Length != SignatureLength)
            return false;

        var message = Encoding.UTF8.GetBytes(text);
        return Ed25519.Verify(signature.ToArray(), 0, publicKey, 0, message, 0, message.Length);
    }

    /// <summary>Signs a text.</summary>
    public byte[] Sign(string text)
    {
        var message = Encoding.UTF8.GetBytes(text);
        var signature = new byte[SignatureLength];
        Ed25519.Sign(_seed, 0, message, 0, message.Length, signature, 0);
        return signature;
    }

    /// <summary>A key of one name that follows from this one, and from which this one does not (HKDF, RFC 5869).</summary>
    public Ed25519Key Derive(string name)
    {
        Span<byte> seed = stackalloc byte[SeedLength];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, _seed, seed, salt: [], Encoding.UTF8.GetBytes($"akshi agent key:1:{name}"));
        return new Ed25519Key(seed);
    }

    /// <summary>The private half as PKCS #8 (RFC 8410), in PEM.</summary>
    public string ToPem() => PemEncoding.WriteString(Pkcs8.Label, Pkcs8.Wrap(_seed));

    /// <inheritdoc/>
    public override string ToString() => Did;

    private byte[] MakePublic()
    {
        var key = new byte[PublicLength];
        Ed25519.GeneratePublicKey(_seed, 0, key, 0);
        return key;
    }
}
