namespace Trellis.Ascend;

/// <summary>How <see cref="AscendWebhook.Verify"/> judges. Immutable.</summary>
public sealed class WebhookVerificationOptions
{
    /// <summary>How far the timestamp may be from the present, in either direction.</summary>
    /// <value>300 seconds.</value>
    public TimeSpan Tolerance { get; init; } = AscendDefaults.WebhookTolerance;

    /// <summary>
    /// Whether a signature of the body alone is taken too, as older senders make it. It holds for ever, so anybody who recorded a
    /// delivery can send it again: give a <see cref="ReplayGuard"/> with it.
    /// </summary>
    /// <value><see langword="false"/>.</value>
    public bool AcceptBodyOnlySignature { get; init; }

    /// <summary>What remembers deliveries, so that each is taken once.</summary>
    /// <value><see langword="null"/>: a delivery that is sent again within the tolerance is genuine again.</value>
    public WebhookReplayGuard? ReplayGuard { get; init; }

    /// <summary>The clock.</summary>
    /// <value>The system's.</value>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
