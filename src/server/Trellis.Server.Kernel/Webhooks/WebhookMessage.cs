namespace Trellis.Server.Kernel.Webhooks;

/// <summary>An event as it is told to receivers.</summary>
/// <param name="Id">The id of the event, <c>evt_…</c>; the same for all its receivers.</param>
/// <param name="OrganisationId">The organisation it happened in.</param>
/// <param name="Event">What happened.</param>
/// <param name="At">When it happened.</param>
/// <param name="Data">The facts: one JSON object in UTF-8.</param>
public sealed record WebhookMessage(string Id, long OrganisationId, string Event, DateTimeOffset At, ReadOnlyMemory<byte> Data);
