using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Webhooks;

/// <summary>Sends a subscription something at once, to see whether it arrives. Safe for concurrent use.</summary>
public interface IWebhookTester
{
    /// <summary>Makes one attempt, active or not, and keeps no record of it.</summary>
    /// <param name="organisationId">The organisation.</param>
    /// <param name="platform">The platform.</param>
    /// <param name="subscriptionId">The subscription.</param>
    /// <param name="eventName">What it is told.</param>
    /// <param name="data">The facts: one JSON object in UTF-8.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How it went; null when there is no such subscription.</returns>
    /// <exception cref="StoreException">The store failed.</exception>
    /// <exception cref="Secrets.SecretProtectionException">The subscription's secret cannot be opened by this server.</exception>
    Task<WebhookAttempt?> TestAsync(
        long organisationId, string platform, string subscriptionId, string eventName, ReadOnlyMemory<byte> data, CancellationToken cancellationToken);
}
