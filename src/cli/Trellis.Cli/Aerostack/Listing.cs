namespace Trellis.Cli.Aerostack;

/// <summary>The first things of a list that comes in pages, and whether there are more.</summary>
/// <param name="Items">As many as were wanted, or all.</param>
/// <param name="HasMore">Whether the list goes on.</param>
internal sealed record Listing<T>(IReadOnlyList<T> Items, bool HasMore)
{
    /// <param name="all">The whole list.</param>
    /// <param name="limit">How many are wanted.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<Listing<T>> ReadAsync(IAsyncEnumerable<T> all, int limit, CancellationToken cancellationToken)
    {
        var items = new List<T>();
        await foreach (var item in all.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (items.Count == limit) return new(items, true);
            items.Add(item);
        }

        return new(items, false);
    }
}
