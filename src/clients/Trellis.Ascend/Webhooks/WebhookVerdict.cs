namespace Trellis.Ascend;

/// <summary>What the verification of a webhook delivery found. Contract section 5.3.</summary>
public enum WebhookVerdict
{
    /// <summary>There is no signature, or it is of no known form.</summary>
    SignatureMissing,

    /// <summary>There is no timestamp, or it is no number of seconds.</summary>
    TimestampMissing,

    /// <summary>The timestamp is too far from the present: the delivery may have been recorded and sent again.</summary>
    TimestampStale,

    /// <summary>The signature is another one: the body was changed, or the secret is not the sender's.</summary>
    SignatureWrong,

    /// <summary>The delivery was genuine once, and has come before.</summary>
    Replayed,

    /// <summary>The delivery is genuine.</summary>
    Genuine,
}
