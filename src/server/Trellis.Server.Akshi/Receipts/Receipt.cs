using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Trellis.Server.Kernel.Json;

namespace Trellis.Server.Akshi.Receipts;

/// <summary>An attested use of a capability: signed, and tied to the one before (contract, section 5.8). Immutable.</summary>
/// <param name="Seq">Its number, from 1 on, without gaps.</param>
/// <param name="At">When.</param>
/// <param name="Agent">Whose use.</param>
/// <param name="Kind">What kind.</param>
/// <param name="Body">What happened: JSON.</param>
/// <param name="Signer">The DID of the node that signs.</param>
/// <param name="PrevHash">The hash of the receipt before; 64 zeros for the first.</param>
/// <param name="Hash">SHA-256 of everything else but the signature.</param>
/// <param name="Signature">Of the hash.</param>
internal sealed record Receipt(
    long Seq, DateTimeOffset At, string Agent, string Kind, string Body, string Signer, string PrevHash, string Hash, string Signature)
{
    /// <summary>What comes before the first.</summary>
    public const string Genesis = "sha256:0000000000000000000000000000000000000000000000000000000000000000";

    /// <summary>The hash that the content must have.</summary>
    public string ComputeHash()
    {
        var content = JsonBytes.Object(this, static (json, receipt) => receipt.WriteContent(json));
        return $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(CompactJson.Of(content))))}";
    }

    /// <summary>Writes the whole object.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        WriteContent(json);
        json.WriteString("hash"u8, Hash);
        json.WriteString("signature"u8, Signature);
        json.WriteEndObject();
    }

    private void WriteContent(Utf8JsonWriter json)
    {
        json.WriteNumber("seq"u8, Seq);
        json.WriteTime("ts"u8, At);
        json.WriteString("agent"u8, Agent);
        json.WriteString("kind"u8, Kind);
        json.WritePropertyName("body"u8);
        json.WriteRawValue(Body, skipInputValidation: true);
        json.WriteString("signer"u8, Signer);
        json.WriteString("prev_hash"u8, PrevHash);
    }
}
