using System.Text;
using System.Text.Unicode;

namespace Trellis.Server.Kernel.Storage;

/// <summary>
/// Text as the store and the wire have it, in UTF-8: a document that comes from one and goes to the other never becomes a string between.
/// The default is the empty text. Whoever makes one does not change its bytes afterwards.
/// </summary>
public readonly struct Utf8Text
{
    private readonly ArraySegment<byte> _bytes;

    /// <summary>Takes bytes as text.</summary>
    /// <param name="bytes">Well-formed UTF-8 without U+0000.</param>
    /// <exception cref="ArgumentException">The bytes are something else, which not every engine would store.</exception>
    public Utf8Text(ArraySegment<byte> bytes)
    {
        if (!Utf8.IsValid(bytes) || bytes.AsSpan().Contains((byte)0))
            throw new ArgumentException("Text for the store must be well-formed UTF-8 without U+0000.", nameof(bytes));

        _bytes = bytes;
    }

    /// <summary>The text's bytes.</summary>
    public ReadOnlySpan<byte> Span => _bytes;

    /// <summary>The text's bytes.</summary>
    public ReadOnlyMemory<byte> Memory => _bytes;

    internal ArraySegment<byte> Bytes => _bytes;

    /// <summary>Takes a string.</summary>
    /// <exception cref="ArgumentException">It is not <see cref="StorableText"/>.</exception>
    public static Utf8Text Of(string text) => StorableText.IsValid(text)
        ? new(Encoding.UTF8.GetBytes(text))
        : throw new ArgumentException("Text for the store must be well-formed Unicode without U+0000.", nameof(text));

    /// <summary>The text as a string.</summary>
    public override string ToString() => Encoding.UTF8.GetString(Span);
}
