using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Trellis.Server.Kernel.Identity;

/// <summary>An ES256 key pair of the server. Safe for concurrent use.</summary>
internal sealed class SigningKey
{
    private readonly Lock _lock = new();
    private readonly ECDsa _key;

    private SigningKey(ECDsa key)
    {
        _key = key;
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        var x = Base64Url.EncodeToString(point.X);
        var y = Base64Url.EncodeToString(point.Y);

        // The thumbprint of RFC 7638: a key keeps its id wherever it is read.
        var thumbprint = SHA256.HashData(Encoding.ASCII.GetBytes($$"""{"crv":"P-256","kty":"EC","x":"{{x}}","y":"{{y}}"}"""));
        KeyId = Base64Url.EncodeToString(thumbprint);
        PublicJwk = $$"""{"alg":"ES256","crv":"P-256","kid":"{{KeyId}}","kty":"EC","use":"sig","x":"{{x}}","y":"{{y}}"}""";
    }

    /// <summary>The <c>kid</c>.</summary>
    public string KeyId { get; }

    /// <summary>The public half as a JSON Web Key (RFC 7517).</summary>
    public string PublicJwk { get; }

    public static SigningKey Create() => new(ECDsa.Create(ECCurve.NamedCurves.nistP256));

    /// <exception cref="CryptographicException">The text is not the PEM of a P-256 private key.</exception>
    public static SigningKey FromPem(string pem)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            if (key.KeySize != 256)
                throw new CryptographicException("The signing key is not on the curve P-256.");
            key.ExportParameters(includePrivateParameters: true);
            return new SigningKey(key);
        }
        catch (Exception exception) when (exception is ArgumentException or CryptographicException)
        {
            key.Dispose();
            throw new CryptographicException("The signing key is not the PEM of a P-256 private key.", exception);
        }
    }

    /// <summary>Signs with ECDSA and SHA-256; the signature is R and S side by side (RFC 7518, section 3.4).</summary>
    public byte[] Sign(ReadOnlySpan<byte> data)
    {
        lock (_lock)
            return _key.SignData(data, HashAlgorithmName.SHA256);
    }

    public string ToPem() => _key.ExportPkcs8PrivateKeyPem();

    /// <summary>Returns the key id.</summary>
    public override string ToString() => KeyId;
}
