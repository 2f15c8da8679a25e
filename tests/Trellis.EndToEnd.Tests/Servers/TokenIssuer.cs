using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Trellis.EndToEnd.Tests.Servers;

/// <summary>An identity provider with an RS256 key, as users have one; its key set is in a file.</summary>
internal sealed class TokenIssuer : IDisposable
{
    public const string Name = "https://idp.example/pool";
    private const string KeyId = "key-1";

    private readonly RSA _key = RSA.Create(2048);

    /// <summary>The settings that make a server trust this issuer.</summary>
    public JsonObject Trust(DataFolder data) => new()
    {
        ["identity"] = new JsonObject
        {
            ["issuers"] = new JsonArray(new JsonObject { ["issuer"] = Name, ["jwksFile"] = data.Write("jwks.json", Jwks()) }),
        },
    };

    /// <summary>A token for somebody, valid for ten minutes.</summary>
    public string Issue(string subject, Action<JsonObject>? changeClaims = null)
    {
        var now = TimeProvider.System.GetUtcNow();
        var claims = new JsonObject
        {
            ["iss"] = Name,
            ["sub"] = subject,
            ["iat"] = now.ToUnixTimeSeconds(),
            ["exp"] = now.AddMinutes(10).ToUnixTimeSeconds(),
        };
        changeClaims?.Invoke(claims);

        var signed = $"{Encode(new JsonObject { ["alg"] = "RS256", ["kid"] = KeyId, ["typ"] = "JWT" })}.{Encode(claims)}";
        var signature = _key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }

    /// <summary>A token that claims the same with no signature at all (RFC 7518, section 3.6).</summary>
    public static string Unsigned(string token) => $"{Encode(new JsonObject { ["alg"] = "none", ["typ"] = "JWT" })}.{token.Split('.')[1]}.";

    public void Dispose() => _key.Dispose();

    private static string Encode(JsonObject part) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(part.ToJsonString()));

    private string Jwks()
    {
        var key = _key.ExportParameters(includePrivateParameters: false);
        return new JsonObject
        {
            ["keys"] = new JsonArray(new JsonObject
            {
                ["kty"] = "RSA",
                ["use"] = "sig",
                ["alg"] = "RS256",
                ["kid"] = KeyId,
                ["n"] = Base64Url.EncodeToString(key.Modulus),
                ["e"] = Base64Url.EncodeToString(key.Exponent),
            }),
        }.ToJsonString();
    }
}
