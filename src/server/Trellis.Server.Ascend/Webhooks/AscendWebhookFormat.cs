using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Trellis.Server.Kernel.Json;
using Trellis.Server.Kernel.Requests;
using Trellis.Server.Kernel.Webhooks;

namespace Trellis.Server.Ascend.Webhooks;

/// <summary>The envelope that all published variants can be read from, and the newest signature (contract, sections 5.2 and 5.3).</summary>
internal sealed class AscendWebhookFormat : IWebhookFormat
{
    /// <inheritdoc/>
    public string Platform => "ascend";

    /// <inheritdoc/>
    public byte[] WriteBody(WebhookMessage message) => JsonBytes.Object(message, static (json, message) =>
    {
        var at = WireTime.Text(message.At);
        json.WriteString("id"u8, message.Id);
        json.WriteString("event"u8, message.Event);
        json.WriteString("type"u8, message.Event);
        json.WriteString("created_at"u8, at);
        json.WriteString("timestamp"u8, at);
        json.WriteNumber("organization_id"u8, message.OrganisationId);
        json.WritePropertyName("data"u8);
        json.WriteRawValue(message.Data.Span);
    });

    /// <inheritdoc/>
    public IEnumerable<KeyValuePair<string, string>> WriteHeaders(WebhookSigning signing)
    {
        var timestamp = signing.At.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return
        [
            new("X-ASCEND-Signature", $"sha256={Sign(signing, timestamp)}"),
            new("X-ASCEND-Timestamp", timestamp),
            new("X-ASCEND-Event-Type", signing.Event),
            new("X-ASCEND-Delivery-ID", signing.DeliveryId),
        ];
    }

    private static string Sign(WebhookSigning signing, string timestamp)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, signing.Secret.Span);
        hmac.AppendData(Encoding.ASCII.GetBytes(timestamp + "."));
        hmac.AppendData(signing.Body.Span);
        return Convert.ToHexStringLower(hmac.GetCurrentHash());
    }
}
