using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Trellis.Server.Kernel.Identity;

/// <summary>JSON Web Tokens as text: written with the server's key, and read with an issuer's.</summary>
internal static class TokenText
{
    private const int IdBytes = 16;

    /// <summary>Writes and signs a token.</summary>
    public static string Write(SigningKey key, Action<Utf8JsonWriter> writeClaims)
    {
        var header = Encode(json =>
        {
            json.WriteString("alg", TrellisIssuer.Algorithm);
            json.WriteString("kid", key.KeyId);
            json.WriteString("typ", "JWT");
        });
        var signed = $"{header}.{Encode(writeClaims)}";
        return $"{signed}.{Base64Url.EncodeToString(key.Sign(Encoding.ASCII.GetBytes(signed)))}";
    }

    /// <summary>A new <c>jti</c>.</summary>
    public static string NewId(RandomNumberGenerator random)
    {
        Span<byte> bits = stackalloc byte[IdBytes];
        random.GetBytes(bits);
        return Convert.ToHexStringLower(bits);
    }

    /// <summary>Reads a token without believing it; null when it is none.</summary>
    public static JsonWebToken? Read(string token)
    {
        try
        {
            var jwt = new JsonWebToken(token);

            // RFC 7515, section 4.1.11: whoever does not know an extension named in "crit" must refuse. We know none.
            return jwt.IsEncrypted || jwt.TryGetHeaderValue<JsonElement>("crit", out _) ? null : jwt;
        }
        catch (Exception exception) when (exception is ArgumentException or SecurityTokenException or FormatException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether a key has signed a token with the one algorithm.</summary>
    public static async Task<bool> HasSignatureOfAsync(JsonWebTokenHandler handler, JsonWebToken jwt, VerificationKey key, string algorithm)
    {
        var result = await handler.ValidateTokenAsync(
            jwt,
            new TokenValidationParameters
            {
                ValidAlgorithms = [algorithm],
                IssuerSigningKey = key.Key,
                RequireSignedTokens = true,

                // The claims are checked by the caller, against the injected clock and the issuer's own rules.
                ValidateIssuer = false,
                ValidateAudience = false,
                ValidateLifetime = false,
            });
        return result.IsValid;
    }

    private static string Encode(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return Base64Url.EncodeToString(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }
}
