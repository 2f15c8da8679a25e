namespace Trellis.Server.Aerostack.Cache;

/// <summary>What one request may hold or get (contract, section 8.8).</summary>
internal static class CacheLimits
{
    public const int LongestKey = 1024;
    public const int MostGotten = 100;
    public const int MostSet = 100;
    public const int MostDeleted = 500;
    public const int DefaultPage = 100;
    public const int LongestPage = 1000;
    public const int MostKeys = 10_000;

    /// <summary>The longest time, in seconds: 68 years.</summary>
    public const int LongestTtl = int.MaxValue;
}
