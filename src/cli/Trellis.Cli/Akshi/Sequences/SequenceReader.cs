using System.Runtime.CompilerServices;

namespace Trellis.Cli.Akshi.Sequences;

/// <summary>
/// Reads a sequence that only grows at its end, whichever way the server counts: the item at <c>since</c> may be part of an answer or not.
/// Contract section 4.1.
/// </summary>
/// <param name="read">Asks for a page: from where, and how many items.</param>
/// <param name="sequence">An item's place, from 1.</param>
internal sealed class SequenceReader<T>(Func<long, int, CancellationToken, Task<SequencePage<T>>> read, Func<T, long> sequence)
{
    private const int PageSize = 1000;

    // A page from its beginning holds these in any case, with the item before them or without it.
    private const int Window = PageSize - 2;

    // No sequence gets here, and every JSON reader can still tell it from its neighbours.
    private const long Beyond = (1L << 53) - 1;

    /// <summary>Everything after a place that is there now, in order.</summary>
    public async IAsyncEnumerable<T> AfterAsync(long since, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var before = -1L; before < since;)
        {
            before = since;
            var page = await read(since, PageSize, cancellationToken).ConfigureAwait(false);
            foreach (var item in page.Items.Where(item => sequence(item) > before))
            {
                since = sequence(item);
                yield return item;
            }
        }
    }

    /// <summary>The place of the newest item; 0 when there is none.</summary>
    public async Task<long> HeadAsync(CancellationToken cancellationToken)
    {
        var page = await read(Beyond, 1, cancellationToken).ConfigureAwait(false);
        if (page is { Items.Count: 0, NextSeq: > 0 and < Beyond and var next })
        {
            return next - 1;
        }

        // A server that says something else about a place beyond the end is read through.
        var head = 0L;
        await foreach (var item in AfterAsync(0, cancellationToken).ConfigureAwait(false)) head = sequence(item);
        return head;
    }

    /// <summary>The newest items up to a place, oldest first.</summary>
    /// <param name="head">The place; what came later is left out.</param>
    /// <param name="count">How many, at the most.</param>
    /// <param name="isWanted">Which ones.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<IReadOnlyList<T>> NewestAsync(long head, int count, Func<T, bool> isWanted, CancellationToken cancellationToken)
    {
        var found = new List<T>();
        for (var high = head; high > 0 && found.Count < count;)
        {
            var low = Math.Max(high - Window, 0);
            var page = await read(low, PageSize, cancellationToken).ConfigureAwait(false);
            var inside = page.Items.Where(item => sequence(item) > low && sequence(item) <= high).ToList();

            // What a bounded log has forgotten is not before this either.
            if (inside.Count == 0) break;
            found.InsertRange(0, inside.Where(isWanted));
            high = low;
        }

        return found.Count > count ? found[^count..] : found;
    }
}
