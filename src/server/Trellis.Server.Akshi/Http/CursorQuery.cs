using System.Globalization;
using Microsoft.AspNetCore.Http;
using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Akshi.Http;

/// <summary>Which page of a numbered list is wanted (contract, section 4.1).</summary>
/// <param name="Since">The first number not yet seen; 0 for all.</param>
/// <param name="From">The first point in time, where the caller named one instead of a number; else null.</param>
/// <param name="Limit">At most so many, 1 to 1000.</param>
internal readonly record struct CursorQuery(long Since, DateTimeOffset? From, int Limit)
{
    private const int Most = 1000;
    private const int DateLength = 10;

    /// <summary>Reads <c>since</c> and <c>limit</c>.</summary>
    /// <param name="request">The request.</param>
    /// <param name="defaultLimit">The limit when none is given.</param>
    /// <param name="errors">What is wrong; empty when nothing is.</param>
    public static CursorQuery Read(HttpRequest request, int defaultLimit, out FieldErrors errors)
    {
        errors = [];
        var (since, from) = ReadSince(QueryParameter.Read(request, "since"), errors);
        return new CursorQuery(since, from, ReadLimit(QueryParameter.Read(request, "limit"), defaultLimit, errors));
    }

    private static (long Since, DateTimeOffset? From) ReadSince(string? text, FieldErrors errors)
    {
        if (text is null)
            return (0, null);
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return (number, null);

        // A plus sign that was not escaped arrives as a blank.
        if (BeginsWithDate(text) && WireTime.TryParse(text.Replace(' ', '+'), out var time))
            return (0, time);

        errors.Add("since", "must be a whole number from 0 on, or a point in time (ISO 8601)");
        return (0, null);
    }

    private static int ReadLimit(string? text, int defaultLimit, FieldErrors errors)
    {
        if (text is null)
            return defaultLimit;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
            return (int)Math.Min(number, Most);

        errors.Add("limit", $"must be a whole number from 1 on; more than {Most} counts as {Most}");
        return defaultLimit;
    }

    // The parser of times takes "5.5" for a day in May.
    private static bool BeginsWithDate(string text) =>
        text.Length >= DateLength
        && DateOnly.TryParseExact(text.AsSpan(0, DateLength), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
