namespace Trellis.Server.Console.Webhooks;

/// <summary>A webhook with its secret, which is shown this once.</summary>
/// <param name="WebhookId">Which webhook.</param>
/// <param name="Secret">What its messages are signed with.</param>
internal sealed record WebhookMade(string WebhookId, string? Secret)
{
    /// <summary>Never the secret.</summary>
    public override string ToString() => $"webhook {WebhookId}";
}
