using System.Numerics;
using System.Text;

namespace Trellis.Server.Akshi.Nodes;

/// <summary>Base58 with Bitcoin's alphabet, as multibase's <c>z</c> has it.</summary>
/// <seealso href="https://datatracker.ietf.org/doc/html/draft-msporny-base58-03">Base58</seealso>
internal static class Base58
{
    private const string Alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    /// <summary>The text of bytes.</summary>
    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var number = new BigInteger(bytes, isUnsigned: true, isBigEndian: true);
        var digits = new StringBuilder();
        while (!number.IsZero)
        {
            number = BigInteger.DivRem(number, Alphabet.Length, out var digit);
            digits.Insert(0, Alphabet[(int)digit]);
        }

        // A leading zero is a digit of its own, or two keys would have one text.
        var zeros = bytes.IndexOfAnyExcept((byte)0);
        return new string(Alphabet[0], zeros < 0 ? bytes.Length : zeros) + digits;
    }

    /// <summary>The bytes of a text; null when it is none.</summary>
    public static byte[]? TryDecode(ReadOnlySpan<char> text)
    {
        var number = BigInteger.Zero;
        foreach (var character in text)
        {
            var digit = Alphabet.IndexOf(character, StringComparison.Ordinal);
            if (digit < 0)
                return null;
            number = (number * Alphabet.Length) + digit;
        }

        var zeros = text.IndexOfAnyExcept(Alphabet[0]);
        var value = number.IsZero ? [] : number.ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. new byte[zeros < 0 ? text.Length : zeros], .. value];
    }
}
