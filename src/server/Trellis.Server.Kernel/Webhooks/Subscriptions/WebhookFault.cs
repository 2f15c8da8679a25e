namespace Trellis.Server.Kernel.Webhooks;

/// <summary>Something wrong with <see cref="WebhookSettings"/>.</summary>
/// <param name="Setting">The name of the property of <see cref="WebhookSettings"/>.</param>
/// <param name="Message">What is wrong, as a sentence for the caller.</param>
public sealed record WebhookFault(string Setting, string Message);
