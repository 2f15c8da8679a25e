namespace Trellis.Cli.Aerostack.Cache;

/// <summary>What several commands about the cache share. Each call makes a new one: an option belongs to one command.</summary>
internal static class CacheSettings
{
    /// <summary>Which entry.</summary>
    public static TextArgument Key() => new("key", "The key");

    /// <summary><c>--ttl</c>.</summary>
    public static Setting<TimeSpan?> TimeToLive() => new(
        "--ttl", "TRELLIS_AEROSTACK_TTL", "SECONDS", "How long it is kept, in whole seconds; a fraction counts as one more (default: for ever)",
        SettingFormats.Seconds);
}
