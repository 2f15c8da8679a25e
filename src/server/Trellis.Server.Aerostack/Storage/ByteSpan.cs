using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Trellis.Server.Aerostack.Storage;

/// <summary>Which bytes of a file a request wants (RFC 9110, section 14).</summary>
/// <param name="Offset">The first byte.</param>
/// <param name="Length">How many.</param>
/// <param name="IsPart">Whether the caller asked for a part, even if it is all.</param>
internal readonly record struct ByteSpan(long Offset, long Length, bool IsPart)
{
    /// <summary>
    /// The bytes to send; null when the caller asks for some that are not there. A range of another unit, several ranges, and a range of a file
    /// that has changed meanwhile (<c>If-Range</c>) are answered with the whole file, as the RFC allows.
    /// </summary>
    public static ByteSpan? Of(HttpRequest request, StoredFile file, EntityTagHeaderValue tag)
    {
        var whole = new ByteSpan(0, file.Size, IsPart: false);
        if (!RangeHeaderValue.TryParse(request.Headers.Range.ToString(), out var header)
            || !header.Unit.Equals("bytes", StringComparison.OrdinalIgnoreCase)
            || header.Ranges is not { Count: 1 }
            || !IsCurrent(request, tag))
        {
            return whole;
        }

        var range = header.Ranges.First();
        if (range.From is not { } from)
            return range.To is > 0 and var last && file.Size > 0 ? Part(Math.Max(0, file.Size - last), file.Size - 1) : null;

        return from < file.Size ? Part(from, Math.Min(range.To ?? long.MaxValue, file.Size - 1)) : null;
    }

    private static ByteSpan Part(long from, long to) => new(from, to - from + 1, IsPart: true);

    private static bool IsCurrent(HttpRequest request, EntityTagHeaderValue tag) =>
        request.Headers.IfRange.ToString() is not { Length: > 0 } condition
        || (EntityTagHeaderValue.TryParse(condition, out var expected) && expected.Compare(tag, useStrongComparison: true));
}
