namespace Trellis.Server.Console.Webhooks;

/// <summary>The webhooks, as ASCEND answers them.</summary>
/// <param name="Webhooks">All of the organisation.</param>
internal sealed record WebhookList(IReadOnlyList<WebhookItem> Webhooks);
