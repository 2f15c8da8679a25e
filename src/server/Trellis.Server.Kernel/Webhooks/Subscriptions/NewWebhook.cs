namespace Trellis.Server.Kernel.Webhooks;

/// <summary>A subscription whose secret was just set. Prints the subscription's id alone.</summary>
public sealed class NewWebhook
{
    private readonly string _secret;

    internal NewWebhook(WebhookSubscription subscription, string secret)
    {
        Subscription = subscription;
        _secret = secret;
    }

    /// <summary>The subscription.</summary>
    public WebhookSubscription Subscription { get; }

    /// <summary>The secret, to be shown to whoever made it once.</summary>
    public string RevealSecret() => _secret;

    /// <inheritdoc/>
    public override string ToString() => Subscription.Id;
}
