namespace Trellis.Ascend;

/// <summary>How <see cref="AscendClient.RequestAsync"/> treats one call.</summary>
public sealed class AscendRequestOptions
{
    /// <summary>By which the server knows the call again, so that it may be retried.</summary>
    /// <value><see langword="null"/>: a fresh one for POST, none for other methods.</value>
    public string? IdempotencyKey { get; init; }
}
