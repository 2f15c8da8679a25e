using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Trellis.Server.Ascend.Content;

/// <summary>Collects the texts of an action in one rented array, separated by U+0000, so that each check is one pass.</summary>
/// <remarks>Whoever made it disposes it. Not safe for concurrent use.</remarks>
internal ref struct TextBuffer
{
    private char[]? _characters;
    private int _length;

    /// <summary>Whether there was more than <see cref="ContentRuleSet.LongestText"/> characters.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Whether nothing was added.</summary>
    public readonly bool IsEmpty => _length == 0;

    /// <summary>All texts.</summary>
    public readonly ReadOnlySpan<char> Written => _characters.AsSpan(0, _length);

    /// <summary>Adds a text.</summary>
    public void Add(ReadOnlySpan<char> text)
    {
        var space = Reserve(text.Length);
        text = text[..Math.Min(text.Length, space.Length)];
        text.CopyTo(space);
        End(text.Length);
    }

    /// <summary>Adds a JSON string.</summary>
    /// <exception cref="InvalidOperationException">The string holds half of a surrogate pair.</exception>
    public void Add(JsonElement text)
    {
        var raw = JsonMarshal.GetRawUtf8Value(text)[1..^1];
        if (raw.Contains((byte)'\\') || raw.Length > ContentRuleSet.LongestText - _length)
            Add(text.GetString());
        else
            End(Encoding.UTF8.GetChars(raw, Reserve(raw.Length)));
    }

    /// <summary>Makes one space of every run of blanks, so that no rule is evaded by typing two.</summary>
    public void Collapse(Blanks blanks)
    {
        var text = _characters.AsSpan(0, _length);
        if (!blanks.NeedCollapsing(text))
            return;

        var read = 0;
        var written = 0;
        while (read < text.Length)
        {
            var rest = text[read..];
            var word = rest.IndexOfAny(blanks.All) is >= 0 and var end ? end : rest.Length;
            rest[..word].CopyTo(text[written..]);
            written += word;
            read += word;
            if (read == text.Length)
                break;

            text[written++] = ' ';
            read = text[read..].IndexOfAnyExcept(blanks.All) is >= 0 and var next ? read + next : text.Length;
        }

        _length = written;
    }

    /// <summary>Gives the array back.</summary>
    public void Dispose()
    {
        if (_characters is not null)
            ArrayPool<char>.Shared.Return(_characters);
        _characters = null;
        _length = 0;
    }

    // Room for a text and its end; less than that when the buffer is full.
    private Span<char> Reserve(int length)
    {
        var allowed = Math.Min(length, ContentRuleSet.LongestText - 1 - _length);
        IsCut |= allowed < length;
        allowed = Math.Max(allowed, 0);
        if (_characters is null || _characters.Length < _length + allowed + 1)
            Grow(_length + allowed + 1);
        return _characters.AsSpan(_length, allowed);
    }

    private void End(int added)
    {
        _length += added;
        if (_length < ContentRuleSet.LongestText)
            _characters![_length++] = '\0';
    }

    private void Grow(int needed)
    {
        const int Smallest = 512;
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(Smallest, Math.Max(needed, 2 * _length)));
        _characters.AsSpan(0, _length).CopyTo(larger);
        if (_characters is not null)
            ArrayPool<char>.Shared.Return(_characters);
        _characters = larger;
    }
}
