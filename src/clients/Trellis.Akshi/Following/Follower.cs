using System.Runtime.CompilerServices;

namespace Trellis.Akshi;

/// <summary>Reads a sequence to its end and then asks for more, for ever. Contract section 4.1.</summary>
internal static class Follower
{
    /// <summary>Every item once and in order, also over page limits and after the runtime has begun its sequence anew.</summary>
    /// <param name="begin">Makes what remembers how far the sequence is read, for each enumeration anew.</param>
    /// <param name="read">Reads a page: from where, and how many items.</param>
    /// <param name="options">How.</param>
    /// <param name="time">The clock of the waits.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async IAsyncEnumerable<TItem> FollowAsync<TItem>(
        Func<SequenceCursor<TItem>> begin,
        Func<long, int, CancellationToken, Task<FollowPage<TItem>>> read,
        FollowOptions options,
        TimeProvider time,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where TItem : class
    {
        var cursor = begin();
        var limit = SequenceCursor<TItem>.Limit(options.PageSize);
        while (true)
        {
            var page = await read(cursor.Since, limit, cancellationToken).ConfigureAwait(false);
            if (!cursor.TryAccept(page, out var fresh))
            {
                continue;
            }

            foreach (var item in fresh)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return item;
            }

            // A full page has more behind it.
            if (fresh.Count == 0 || page.Items.Count < limit)
            {
                await Task.Delay(options.Interval, time, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
