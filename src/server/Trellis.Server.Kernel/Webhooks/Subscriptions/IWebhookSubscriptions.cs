using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Webhooks;

/// <summary>
/// Makes, changes and removes subscriptions, in the caller's transaction. What it is asked for in one organisation and platform never
/// touches another. Safe for concurrent use.
/// </summary>
public interface IWebhookSubscriptions
{
    /// <summary>How many subscriptions an organisation may have on a platform.</summary>
    const int Limit = 100;

    /// <summary>Says what is wrong with settings, their absence aside. Needs no transaction.</summary>
    IReadOnlyList<WebhookFault> Check(WebhookSettings settings);

    /// <summary>Makes a subscription.</summary>
    /// <param name="session">The transaction.</param>
    /// <param name="organisationId">The organisation.</param>
    /// <param name="platform">The platform.</param>
    /// <param name="createdBy">Who makes it.</param>
    /// <param name="settings">What it is to be; <see cref="WebhookSettings.Url"/> and <see cref="WebhookSettings.Events"/> are needed.</param>
    /// <returns>The subscription and its secret, which can be read this once; null when the organisation has as many as it may have.</returns>
    /// <exception cref="ArgumentException">The settings are incomplete, or <see cref="Check"/> finds something wrong.</exception>
    ValueTask<NewWebhook?> AddAsync(ISqlSession session, long organisationId, string platform, string createdBy, WebhookSettings settings);

    /// <summary>Changes a subscription. One that becomes active again begins without dead letters in a row.</summary>
    /// <returns>The subscription as it is now; null when there is none.</returns>
    /// <exception cref="ArgumentException"><see cref="Check"/> finds something wrong.</exception>
    ValueTask<WebhookSubscription?> UpdateAsync(
        ISqlSession session, long organisationId, string platform, string id, WebhookSettings settings);

    /// <summary>Gives a subscription a new secret, which signs from the next attempt on.</summary>
    /// <returns>The subscription and its new secret, which can be read this once; null when there is none.</returns>
    ValueTask<NewWebhook?> RotateSecretAsync(ISqlSession session, long organisationId, string platform, string id);

    /// <summary>Removes a subscription, its deliveries and their attempts.</summary>
    /// <returns>What it was; null when there is none.</returns>
    ValueTask<WebhookSubscription?> RemoveAsync(ISqlSession session, long organisationId, string platform, string id);

    /// <summary>Finds a subscription; null when there is none.</summary>
    ValueTask<WebhookSubscription?> FindAsync(ISqlSession session, long organisationId, string platform, string id);

    /// <summary>The subscriptions, oldest first.</summary>
    ValueTask<IReadOnlyList<WebhookSubscription>> ListAsync(ISqlSession session, long organisationId, string platform);
}
