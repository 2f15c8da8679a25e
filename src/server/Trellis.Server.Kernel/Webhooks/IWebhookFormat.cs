namespace Trellis.Server.Kernel.Webhooks;

/// <summary>How a platform's webhooks look on the wire. Each platform with webhooks registers one. Must be safe for concurrent use.</summary>
public interface IWebhookFormat
{
    /// <summary>The platform, for example <c>ascend</c>.</summary>
    string Platform { get; }

    /// <summary>Writes the JSON body that all receivers of a message get, and get again when an attempt is repeated.</summary>
    byte[] WriteBody(WebhookMessage message);

    /// <summary>The headers that identify and sign a delivery. They win over a subscription's custom headers.</summary>
    IEnumerable<KeyValuePair<string, string>> WriteHeaders(WebhookSigning signing);
}
