using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Ascend.Http;

/// <summary>Which part of a list is asked for.</summary>
/// <param name="Limit">At most so many.</param>
/// <param name="Offset">After so many.</param>
internal readonly record struct Page(long Limit, long Offset)
{
    /// <summary>Reads <c>limit</c> and <c>offset</c>.</summary>
    public static Page Read(QueryFields query, int defaultLimit, int mostLimit) => new(
        query.Integer("limit", defaultLimit, 1, mostLimit),
        query.Integer("offset", 0, 0, int.MaxValue));
}
