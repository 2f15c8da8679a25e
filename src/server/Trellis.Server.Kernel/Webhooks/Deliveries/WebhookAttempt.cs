namespace Trellis.Server.Kernel.Webhooks;

/// <summary>One attempt at a delivery.</summary>
/// <param name="Number">1, 2, 3, … within the delivery.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="Duration">How long it took, in whole milliseconds.</param>
/// <param name="StatusCode">The receiver's status; null when it gave none.</param>
/// <param name="Error">Why it failed; null when it did not.</param>
/// <param name="Response">The beginning of the receiver's answer, secrets redacted; null when there was none.</param>
public sealed record WebhookAttempt(
    int Number, DateTimeOffset StartedAt, TimeSpan Duration, int? StatusCode, string? Error, string? Response);
