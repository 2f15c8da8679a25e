using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Storage;

/// <summary>A page of keys in the order of their bytes.</summary>
/// <param name="From">The first key that may be in it.</param>
/// <param name="After">The last key of the page before; empty for the first page.</param>
/// <param name="Until">The first key that is past the end; null for no end.</param>
internal sealed record KeyRange(string From, string After, string? Until)
{
    private const int LastBeforeSurrogates = 0xD7FF;
    private const int FirstAfterSurrogates = 0xE000;
    private const int LastCharacter = 0x10FFFF;

    /// <summary>The range of the keys that begin with a prefix, from a cursor on; false when the cursor is none of ours.</summary>
    public static bool TryMake(string prefix, string? cursor, [NotNullWhen(true)] out KeyRange? range)
    {
        range = null;
        if (!TryReadCursor(cursor, out var after))
            return false;

        range = new KeyRange(prefix, after, Successor(prefix));
        return true;
    }

    /// <summary>The cursor of the page after a key.</summary>
    public static string CursorAfter(string key) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(key));

    /// <summary>The first text after all that begin with a prefix: its last character is raised by one, or dropped if it is the last there is.</summary>
    internal static string? Successor(string prefix)
    {
        var characters = prefix.EnumerateRunes().ToList();
        while (characters.Count > 0)
        {
            var last = characters[^1].Value;
            characters.RemoveAt(characters.Count - 1);
            if (last < LastCharacter)
                return string.Concat(characters.Append(new Rune(last == LastBeforeSurrogates ? FirstAfterSurrogates : last + 1)));
        }

        return null;
    }

    private static bool TryReadCursor(string? cursor, out string key)
    {
        key = "";
        if (cursor is null)
            return true;
        if (!Base64Url.IsValid(cursor))
            return false;

        try
        {
            key = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(Base64Url.DecodeFromChars(cursor));
            return StorableText.IsValid(key);
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
