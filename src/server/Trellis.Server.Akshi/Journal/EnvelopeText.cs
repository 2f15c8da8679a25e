using System.Security.Cryptography;
using Trellis.Server.Akshi.Receipts;
using Trellis.Server.Kernel.Json;

namespace Trellis.Server.Akshi.Journal;

/// <summary>What is signed of an entry: canonical JSON with <c>agent</c>, <c>payload_hash</c> and <c>seq</c>. The contract leaves it open.</summary>
internal static class EnvelopeText
{
    /// <summary>The hash of a payload.</summary>
    public static string HashOf(byte[] payload) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(payload))}";

    /// <summary>The text to sign.</summary>
    public static string Of(string agent, long seq, string payloadHash) =>
        CompactJson.Of(JsonBytes.Object((agent, seq, payloadHash), static (json, envelope) =>
        {
            json.WriteString("agent"u8, envelope.agent);
            json.WriteString("payload_hash"u8, envelope.payloadHash);
            json.WriteNumber("seq"u8, envelope.seq);
        }));
}
