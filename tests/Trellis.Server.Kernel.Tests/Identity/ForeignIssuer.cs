using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Trellis.Server.Kernel.Tests.Identity;

/// <summary>Another identity provider with an RS256 key, as Amazon Cognito is.</summary>
internal sealed class ForeignIssuer(string keyId = "key-1") : IDisposable
{
    public const string Name = "https://idp.example/pool";

    private readonly RSA _key = RSA.Create(2048);

    public string KeyId => keyId;

    public JsonObject Jwk
    {
        get
        {
            var key = _key.ExportParameters(includePrivateParameters: false);
            return new JsonObject
            {
                ["kty"] = "RSA",
                ["use"] = "sig",
                ["alg"] = "RS256",
                ["kid"] = keyId,
                ["n"] = Base64Url.EncodeToString(key.Modulus),
                ["e"] = Base64Url.EncodeToString(key.Exponent),
            };
        }
    }

    /// <summary>The public key as PEM: what an attacker of the RS256/HS256 confusion uses as the HMAC key.</summary>
    public string PublicPem => _key.ExportSubjectPublicKeyInfoPem();

    public static string Jwks(params JsonObject[] keys) => new JsonObject { ["keys"] = new JsonArray([.. keys]) }.ToJsonString();

    public static JsonObject Claims(TimeProvider time) => new()
    {
        ["iss"] = Name,
        ["sub"] = "alice",
        ["token_use"] = "access",
        ["client_id"] = "app",
        ["iat"] = time.GetUtcNow().ToUnixTimeSeconds(),
        ["exp"] = time.GetUtcNow().AddMinutes(10).ToUnixTimeSeconds(),
    };

    public string Issue(JsonObject claims, Action<JsonObject>? changeHeader = null)
    {
        var header = new JsonObject { ["alg"] = "RS256", ["kid"] = keyId, ["typ"] = "JWT" };
        changeHeader?.Invoke(header);
        return JwtText.Make(header, claims, data => _key.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    public void Dispose() => _key.Dispose();
}
