using System.Numerics;

namespace Trellis.Server.Kernel.Identity;

/// <summary>Bytes as letters and digits, which survive every header, URL and double-click.</summary>
internal static class Base62
{
    public const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /// <summary>Writes <paramref name="bytes"/>, read as one big-endian number, right-aligned into all of <paramref name="text"/>.</summary>
    /// <exception cref="ArgumentException"><paramref name="text"/> is too short for the number.</exception>
    public static void Encode(ReadOnlySpan<byte> bytes, Span<char> text)
    {
        var number = new BigInteger(bytes, isUnsigned: true, isBigEndian: true);
        for (var i = text.Length - 1; i >= 0; i--)
        {
            number = BigInteger.DivRem(number, Digits.Length, out var digit);
            text[i] = Digits[(int)digit];
        }

        if (!number.IsZero)
            throw new ArgumentException("The text is too short for the number.", nameof(text));
    }
}
