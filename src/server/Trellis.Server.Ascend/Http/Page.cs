using System.Globalization;
using Trellis.Server.Ascend.Requests;

namespace Trellis.Server.Ascend.Http;

/// <summary>Which part of a list is asked for.</summary>
/// <param name="Limit">At most so many.</param>
/// <param name="Offset">After so many.</param>
internal readonly record struct Page(int Limit, int Offset)
{
    /// <summary>Reads <c>limit</c> and <c>offset</c> of the query.</summary>
    public static Page Read(AscendCall call, FieldErrors errors, int defaultLimit, int mostLimit) => new(
        Number(call, errors, "limit", 1, mostLimit, defaultLimit),
        Number(call, errors, "offset", 0, int.MaxValue, 0));

    private static int Number(AscendCall call, FieldErrors errors, string name, int least, int most, int @default)
    {
        if (call.Query(name) is not { } text)
            return @default;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;

        errors.Add(name, most == int.MaxValue ? $"must be a whole number from {least}" : $"must be a whole number from {least} to {most}");
        return @default;
    }
}
