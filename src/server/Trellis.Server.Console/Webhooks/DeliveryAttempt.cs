namespace Trellis.Server.Console.Webhooks;

/// <summary>One attempt of a delivery.</summary>
/// <param name="Number">Which, from 1 on.</param>
/// <param name="StartedAt">When.</param>
/// <param name="ResponseTimeMs">How long the receiver took.</param>
/// <param name="StatusCode">What it answered; null when it answered nothing.</param>
/// <param name="Error">Why it failed; null when it arrived.</param>
/// <param name="Response">How the answer begins.</param>
internal sealed record DeliveryAttempt(int Number, DateTimeOffset StartedAt, long ResponseTimeMs, int? StatusCode, string? Error, string? Response);
