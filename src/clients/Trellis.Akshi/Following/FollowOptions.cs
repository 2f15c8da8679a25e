namespace Trellis.Akshi;

/// <summary>How a log or the findings are followed. Contract section 4.1.</summary>
public sealed class FollowOptions
{
    private const int MostItems = 998;

    /// <summary>How long to wait before asking again when there was nothing more to read.</summary>
    /// <value>1 second.</value>
    public TimeSpan Interval
    {
        get;
        init => field = value > TimeSpan.Zero && value.TotalMilliseconds <= int.MaxValue
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The interval must be positive, and at most 24 days.");
    } = TimeSpan.FromSeconds(1);

    /// <summary>How many items one request is to bring; from 1 to 998. Each request asks for two more, which are known already.</summary>
    /// <value>100.</value>
    public int PageSize
    {
        get;
        init => field = value is >= 1 and <= MostItems
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"The page size must be from 1 to {MostItems}.");
    } = 100;
}
