namespace Trellis.Server.Aerostack.Search;

/// <summary>What one request may hold or get (contract, sections 2.2.5 and 8.8).</summary>
internal static class SearchLimits
{
    public const int LongestId = 255;
    public const int LongestType = 255;
    public const int LongestContent = 100_000;
    public const int LongestMetadata = 64 << 10;
    public const int LongestQuestion = 10_000;
    public const int DefaultResults = 5;
    public const int MostResults = 100;
    public const int MostTypes = 100;

    /// <summary>How much of a text an answer shows.</summary>
    public const int ShownContent = 1000;
}
