namespace Trellis.Server.Kernel.Webhooks;

/// <summary>Something that happened and that subscribers want to hear of.</summary>
public sealed class WebhookEvent
{
    /// <summary>The organisation it happened in; no other hears of it.</summary>
    public required long OrganisationId { get; init; }

    /// <summary>The platform it happened on, for example <c>ascend</c>.</summary>
    public required string Platform { get; init; }

    /// <summary>What happened, in the platform's words, for example <c>action.approved</c>.</summary>
    public required string Event { get; init; }

    /// <summary>The facts: one JSON object in UTF-8.</summary>
    public required ReadOnlyMemory<byte> Data { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Whom it is about, for example an agent's id; subscriptions may ask for one subject alone.</summary>
    /// <value>Default null: nobody in particular.</value>
    public string? Subject { get; init; }

    /// <summary>Names the event without its facts.</summary>
    public override string ToString() => $"{Platform} {Event}";
}
