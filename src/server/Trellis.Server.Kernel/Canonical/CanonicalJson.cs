namespace Trellis.Server.Kernel.Canonical;

/// <summary>
/// The one text of a JSON value, for hashing and signing: members sorted by Unicode code point at every level, comma-space and
/// colon-space as separators, everything outside U+0020…U+007E escaped, integers of any length kept digit by digit, other numbers as the
/// shortest text that reads back as the same double (<c>1.0</c>, <c>1e+20</c>, <c>1e-07</c>). ASCEND contract, section 1.5.
/// </summary>
/// <remarks>
/// Of members with the same name the last one counts. A number beyond the range of a double keeps its own text. An escaped half of a
/// surrogate pair is kept as it is. Nesting is limited to 64 levels. Safe for concurrent use.
/// </remarks>
public static class CanonicalJson
{
    /// <summary>Returns the canonical form, which is pure ASCII.</summary>
    /// <param name="utf8Json">One JSON value in UTF-8, without a byte order mark.</param>
    /// <exception cref="System.Text.Json.JsonException">The input is not one well-formed JSON value.</exception>
    public static byte[] Canonicalize(ReadOnlySpan<byte> utf8Json)
    {
        using var output = CanonicalBuffer.Rent();
        CanonicalJsonEmitter.Emit(utf8Json, output, filter: null);
        return output.WrittenSpan.ToArray();
    }
}
