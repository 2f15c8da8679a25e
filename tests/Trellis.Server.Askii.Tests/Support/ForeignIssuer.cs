using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Trellis.Server.Askii.Tests.Support;

/// <summary>An issuer of mPass tokens beside the server, with its keys in a file; and forger of tokens that must not be accepted.</summary>
internal sealed class ForeignIssuer : IDisposable
{
    public const string Name = "https://mpass.example";

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly string _jwks = Path.GetTempFileName();

    public ForeignIssuer()
    {
        var point = _key.ExportParameters(includePrivateParameters: false).Q;
        File.WriteAllText(
            _jwks,
            new JsonObject
            {
                ["keys"] = new JsonArray(new JsonObject
                {
                    ["kty"] = "EC", ["crv"] = "P-256", ["kid"] = "k1", ["use"] = "sig", ["alg"] = "ES256",
                    ["x"] = Base64Url.EncodeToString(point.X), ["y"] = Base64Url.EncodeToString(point.Y),
                }),
            }.ToJsonString());
    }

    public Dictionary<string, string?> Configuration => new()
    {
        ["identity:issuers:0:issuer"] = Name,
        ["identity:issuers:0:jwksFile"] = _jwks,
        ["identity:issuers:0:algorithm"] = "ES256",
    };

    /// <summary>A token signed with this issuer's key.</summary>
    public string Token(string subject, DateTimeOffset expiresAt, string issuer = Name, string algorithm = "ES256", string keyId = "k1")
    {
        var header = new JsonObject { ["alg"] = algorithm, ["kid"] = keyId, ["typ"] = "JWT" };
        var payload = new JsonObject
        {
            ["iss"] = issuer, ["sub"] = subject, ["org"] = 1, ["aud"] = "trellis", ["exp"] = expiresAt.ToUnixTimeSeconds(),
        };
        var signed = $"{Encode(header)}.{Encode(payload)}";
        var signature = algorithm == "none" ? [] : _key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256);
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }

    public void Dispose()
    {
        _key.Dispose();
        File.Delete(_jwks);
    }

    private static string Encode(JsonObject json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToJsonString()));
}
