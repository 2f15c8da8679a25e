namespace Trellis.Server.Console.Webhooks;

/// <summary>The events that there are, as ASCEND answers them.</summary>
/// <param name="Events">Each with what it means.</param>
internal sealed record WebhookEvents(IReadOnlyList<WebhookEvents.Known> Events)
{
    /// <summary>One event.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Description">What it means.</param>
    internal sealed record Known(string Name, string Description);
}
