namespace Trellis.Cli.Aerostack;

/// <summary>What the commands that list something share. Each call makes a new one: an option belongs to one command.</summary>
internal static class ListingSettings
{
    /// <summary>How many are listed when nobody says.</summary>
    public const int UsuallyListed = 1000;

    private const int MostListed = 100_000;

    /// <summary><c>--limit</c>.</summary>
    public static Setting<int> Limit() => new(
        "--limit", "TRELLIS_AEROSTACK_LIMIT", "COUNT", $"How many at the most, from 1 to {MostListed} (default: {UsuallyListed})",
        SettingFormats.WholeNumber(1, MostListed));

    /// <summary>How many a request asks for: one more than are wanted tells whether there are more.</summary>
    public static int PageSize(int limit, int most) => Math.Min(limit + 1, most);

    /// <summary>Tells people that they do not see all.</summary>
    public static void TellOfMore(CliHost host, bool hasMore)
    {
        if (hasMore) host.Error.WriteLine("There are more. Give a higher --limit to see them.");
    }
}
