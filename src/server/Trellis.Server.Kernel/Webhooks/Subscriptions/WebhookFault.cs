namespace Trellis.Server.Kernel.Webhooks;

/// <summary>Something wrong with <see cref="WebhookSettings"/>.</summary>
/// <param name="Setting">The name of the property of <see cref="WebhookSettings"/>.</param>
/// <param name="Message">Continues the sentence that the setting's name begins, without a full stop: <c>must have 1 to 50 elements</c>.</param>
public sealed record WebhookFault(string Setting, string Message);
