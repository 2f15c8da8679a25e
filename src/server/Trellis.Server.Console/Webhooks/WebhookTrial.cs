namespace Trellis.Server.Console.Webhooks;

/// <summary>How a test went, as ASCEND answers it.</summary>
/// <param name="Success">Whether it arrived.</param>
/// <param name="StatusCode">What the receiver answered; null when it answered nothing.</param>
/// <param name="ResponseTimeMs">How long it took.</param>
/// <param name="Error">Why it did not arrive.</param>
internal sealed record WebhookTrial(bool Success, int? StatusCode, long ResponseTimeMs, string? Error);
