namespace Trellis.Akshi;

/// <summary>
/// Remembers how far a sequence has been read, and tells what of a page is new. Contract section 4.1.
/// </summary>
/// <remarks>
/// Servers differ in whether the item at <c>since</c> is part of the answer, and what <c>next_seq</c> is on an empty page. So each request
/// begins one item before the last that was read: a server of either kind then sends that last one again as long as it has it. If it is not
/// the same any more, or is missing although items before it are there, the runtime has begun anew and its items are all new. Not safe for
/// concurrent use.
/// </remarks>
/// <param name="since">The last item that is known; 0 for none.</param>
/// <param name="sequence">An item's place in the sequence, from 1.</param>
/// <param name="isSame">Whether two items of the same place are the same item.</param>
internal sealed class SequenceCursor<TItem>(long since, Func<TItem, long> sequence, Func<TItem, TItem, bool> isSame)
    where TItem : class
{
    // How many items of an answer may be known: the last one that was read and the one before it.
    private const int Overlap = 2;

    private TItem? _last;

    /// <summary>The last item that was read; 0 before the first.</summary>
    public long Position { get; private set; } = since;

    /// <summary>From where the next request is to read.</summary>
    public long Since => Math.Max(Position - 1, 0);

    /// <summary>How many items it is to ask for, so that as many as these are new.</summary>
    public static int Limit(int items) => items + Overlap;

    /// <summary>Takes a page in.</summary>
    /// <param name="page">The answer to a request from <see cref="Since"/>.</param>
    /// <param name="fresh">What is new in it, in order.</param>
    /// <returns>Whether the answer can be used; if not, the sequence began anew, and is to be read from the beginning.</returns>
    public bool TryAccept(FollowPage<TItem> page, out IReadOnlyList<TItem> fresh)
    {
        fresh = [];
        if (Position > 0 && HasBegunAnew(page))
        {
            (Position, _last) = (0, null);
            return false;
        }

        var found = new List<TItem>(page.Items.Count);
        foreach (var item in page.Items)
        {
            if (sequence(item) > Position)
            {
                (Position, _last) = (sequence(item), item);
                found.Add(item);
            }
        }

        fresh = found;
        return true;
    }

    private bool HasBegunAnew(FollowPage<TItem> page)
    {
        if (page.Items.Count == 0)
        {
            return page.NextSeq <= Position;
        }

        if (page.Items.FirstOrDefault(item => sequence(item) == Position) is not { } known)
        {
            return page.Items.All(item => sequence(item) < Position);
        }

        // A caller who begins at a place knows the number alone.
        _last ??= known;
        return !isSame(_last, known);
    }
}
