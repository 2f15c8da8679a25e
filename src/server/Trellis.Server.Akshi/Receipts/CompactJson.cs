using System.Text;
using Trellis.Server.Kernel.Canonical;

namespace Trellis.Server.Akshi.Receipts;

/// <summary>
/// The text of a JSON value that is hashed and signed: the server's canonical form, whose members are sorted and which is ASCII, without the
/// blanks between its parts (contract, section 5.8).
/// </summary>
internal static class CompactJson
{
    /// <summary>The text of a value.</summary>
    /// <exception cref="System.Text.Json.JsonException">It is no JSON.</exception>
    public static string Of(ReadOnlySpan<byte> utf8Json)
    {
        var canonical = CanonicalJson.Canonicalize(utf8Json);
        var (length, isInText, isEscaped) = (0, false, false);
        foreach (var character in canonical)
        {
            if (character == ' ' && !isInText)
                continue;

            canonical[length++] = character;
            if (character == '"' && !isEscaped)
                isInText = !isInText;
            isEscaped = character == '\\' && !isEscaped;
        }

        return Encoding.ASCII.GetString(canonical, 0, length);
    }
}
