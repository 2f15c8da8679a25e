using System.Runtime.CompilerServices;

namespace Trellis.Aerostack;

/// <summary>Reads lists that come in pages.</summary>
internal static class Pages
{
    /// <summary>The items of all pages, each page asked for when the one before it is used up.</summary>
    /// <param name="read">Reads the page behind a cursor; <see langword="null"/> for the first.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async IAsyncEnumerable<TItem> ReadAllAsync<TPage, TItem>(
        Func<string?, CancellationToken, Task<TPage>> read, [EnumeratorCancellation] CancellationToken cancellationToken)
        where TPage : IPage<TItem>
    {
        string? cursor = null;
        do
        {
            var page = await read(cursor, cancellationToken).ConfigureAwait(false);
            foreach (var item in page.Items)
            {
                yield return item;
            }

            cursor = page.Next;
        }
        while (!string.IsNullOrEmpty(cursor));
    }
}
