using Microsoft.IdentityModel.Tokens;

namespace Trellis.Server.Kernel.Identity;

/// <summary>Takes the usable keys out of JSON Web Keys (RFC 7517).</summary>
internal static class JwksParser
{
    private const int SmallestRsaKey = 2048;

    /// <summary>The signature keys of a key set that fit <paramref name="algorithm"/> and have an id; the others are passed over.</summary>
    public static VerificationKeySet ParseSet(string json, string algorithm) =>
        new(JsonWebKeySet.Create(json).Keys
            .Where(key => IsUsable(key, algorithm))
            .Select(static key => new VerificationKey(key, Fingerprint(key), ValidUntil: null)));

    /// <summary>One of the server's own keys.</summary>
    public static VerificationKey ParseOwn(RegisteredKey registered)
    {
        var key = JsonWebKey.Create(registered.PublicJwk);
        return new VerificationKey(key, Fingerprint(key), registered.RetiredAt);
    }

    private static bool IsUsable(JsonWebKey key, string algorithm) =>
        !string.IsNullOrEmpty(key.Kid)
        && key.Use is null or "" or JsonWebKeyUseNames.Sig
        && (string.IsNullOrEmpty(key.Alg) || key.Alg == algorithm)
        && FitsAlgorithm(key, algorithm);

    private static bool FitsAlgorithm(JsonWebKey key, string algorithm) => algorithm switch
    {
        SecurityAlgorithms.EcdsaSha256 => IsOnCurve(key, JsonWebKeyECTypes.P256),
        SecurityAlgorithms.EcdsaSha384 => IsOnCurve(key, JsonWebKeyECTypes.P384),
        SecurityAlgorithms.EcdsaSha512 => IsOnCurve(key, JsonWebKeyECTypes.P521),
        _ => key.Kty == JsonWebAlgorithmsKeyTypes.RSA && key.KeySize >= SmallestRsaKey,
    };

    private static bool IsOnCurve(JsonWebKey key, string curve) => key.Kty == JsonWebAlgorithmsKeyTypes.EllipticCurve && key.Crv == curve;

    private static string Fingerprint(JsonWebKey key) => string.Join(' ', key.Kty, key.Crv, key.X, key.Y, key.N, key.E);
}
