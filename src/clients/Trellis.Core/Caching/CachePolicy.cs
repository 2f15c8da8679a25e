namespace Trellis;

/// <summary>How one call uses the cache.</summary>
/// <param name="Resource">The kind of thing the answer describes; a mutation invalidates it as a whole.</param>
/// <param name="Operation">The operation's part of the key.</param>
/// <param name="Arguments">The arguments that the answer depends on; <see langword="null"/> for none.</param>
/// <param name="TimeToLive">How long the answer may be reused; always positive.</param>
internal sealed record CachePolicy(string Resource, string Operation, IReadOnlyDictionary<string, object?>? Arguments, TimeSpan TimeToLive)
{
    /// <summary>The policy for a time to live that a caller gave: none when it is absent, zero or negative.</summary>
    public static CachePolicy? For(TimeSpan? timeToLive, string resource, string operation, IReadOnlyDictionary<string, object?>? arguments = null) =>
        timeToLive > TimeSpan.Zero ? new(resource, operation, arguments, timeToLive.Value) : null;
}
