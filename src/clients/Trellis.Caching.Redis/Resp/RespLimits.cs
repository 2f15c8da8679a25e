namespace Trellis.Caching.Redis.Resp;

/// <summary>How much memory one reply may claim. A length is compared with what is left before anything is allocated for it.</summary>
/// <param name="MaxBytes">All strings of a reply together, in bytes.</param>
/// <param name="MaxValues">All values of a reply together, at every level.</param>
/// <param name="MaxDepth">Aggregates inside one another.</param>
internal sealed record RespLimits(int MaxBytes, int MaxValues = 65_536, int MaxDepth = 16)
{
    /// <summary>The longest line (simple string, error, number, length) without its end, in bytes.</summary>
    public const int MaxLine = 16 * 1024;
}
