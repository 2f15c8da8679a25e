namespace Trellis.Askii;

/// <summary>How <see cref="AskiiClient.RequestAsync"/> treats one call. Contract section 1.7.</summary>
public sealed class AskiiRequestOptions
{
    /// <summary>
    /// Whether sending the request twice does what sending it once does, so that it may be retried.
    /// </summary>
    /// <value><see langword="true"/>, whatever the method: set it to <see langword="false"/> for what changes something.</value>
    public bool IsIdempotent { get; init; } = true;

    /// <summary>How long the answer may be reused. Needs <see cref="CacheResource"/> and <see cref="CacheOperation"/> too.</summary>
    /// <value><see langword="null"/>: the cache is neither read nor written.</value>
    public TimeSpan? CacheTtl { get; init; }

    /// <summary>The kind of thing the answer describes. Changes to keys invalidate the resource <c>keys</c>.</summary>
    public string? CacheResource { get; init; }

    /// <summary>What tells the answer from others about the same resource.</summary>
    public string? CacheOperation { get; init; }

    /// <summary>The arguments that the answer depends on.</summary>
    public IReadOnlyDictionary<string, object?>? CacheArguments { get; init; }
}
