using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;
using Trellis.Server.Kernel.Identity;

namespace Trellis.Server.Kernel.Audit;

/// <summary>The registered keys, retired ones too, by which checkpoints are verified. Not safe for concurrent use.</summary>
internal sealed class CheckpointKeys : IDisposable
{
    private readonly Dictionary<string, ECDsa> _keys = [];

    public CheckpointKeys(IEnumerable<RegisteredKey> registered)
    {
        foreach (var key in registered)
        {
            if (TryRead(key.PublicJwk) is { } publicKey)
                _keys.Add(key.KeyId, publicKey);
        }
    }

    public bool IsSigned(AuditCheckpoint checkpoint) =>
        _keys.TryGetValue(checkpoint.KeyId, out var key)
        && key.VerifyData(checkpoint.SignedText(), checkpoint.Signature, HashAlgorithmName.SHA256);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var key in _keys.Values)
            key.Dispose();
    }

    // Whoever changed the store may have changed this text too; a key that cannot be read vouches for nothing.
    private static ECDsa? TryRead(string publicJwk)
    {
        try
        {
            var jwk = JsonWebKey.Create(publicJwk);
            var point = new ECPoint { X = Base64UrlEncoder.DecodeBytes(jwk.X), Y = Base64UrlEncoder.DecodeBytes(jwk.Y) };
            return ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = point });
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or CryptographicException)
        {
            return null;
        }
    }
}
