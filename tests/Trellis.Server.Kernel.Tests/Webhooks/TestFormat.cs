using System.Security.Cryptography;
using System.Text;
using Trellis.Server.Kernel.Webhooks;

namespace Trellis.Server.Kernel.Tests.Webhooks;

/// <summary>A platform's wire format, as small as can be.</summary>
internal sealed class TestFormat : IWebhookFormat
{
    public string Platform => "test";

    public static string Sign(string secret, string body) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(body)));

    public byte[] WriteBody(WebhookMessage message) => Encoding.UTF8.GetBytes(
        $$"""{"id":"{{message.Id}}","event":"{{message.Event}}","organisation":{{message.OrganisationId}},"data":{{Encoding.UTF8.GetString(message.Data.Span)}}}""");

    public IEnumerable<KeyValuePair<string, string>> WriteHeaders(WebhookSigning signing) =>
    [
        new("X-Test-Delivery", signing.DeliveryId),
        new("X-Test-Event", signing.Event),
        new("X-Test-Time", signing.At.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture)),
        new("X-Test-Signature", Convert.ToHexStringLower(HMACSHA256.HashData(signing.Secret.Span, signing.Body.Span))),
    ];
}
