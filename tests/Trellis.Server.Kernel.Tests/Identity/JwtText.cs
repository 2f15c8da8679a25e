using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Trellis.Server.Kernel.Tests.Identity;

/// <summary>Makes JSON Web Tokens by hand, right ones and wrong ones.</summary>
internal static class JwtText
{
    public static string Make(JsonObject header, JsonObject payload, Func<byte[], byte[]> sign)
    {
        var signed = $"{Encode(header)}.{Encode(payload)}";
        return $"{signed}.{Base64Url.EncodeToString(sign(Encoding.ASCII.GetBytes(signed)))}";
    }

    public static (JsonObject Header, JsonObject Payload) Parse(string token)
    {
        var parts = token.Split('.');
        return (Decode(parts[0]), Decode(parts[1]));
    }

    /// <summary>The token with other claims and the signature it had.</summary>
    public static string WithPayload(string token, Action<JsonObject> change)
    {
        var (_, payload) = Parse(token);
        change(payload);
        var parts = token.Split('.');
        return $"{parts[0]}.{Encode(payload)}.{parts[2]}";
    }

    private static string Encode(JsonObject json) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(json));

    private static JsonObject Decode(string part) => JsonNode.Parse(Base64Url.DecodeFromChars(part))!.AsObject();
}
