using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json.Serialization;

namespace Trellis;

/// <summary>
/// Text that must not be shown by accident: an API key, a token, a password. Whatever prints it - string interpolation, a log, a
/// debugger, JSON - shows <see cref="Mask"/>; only <see cref="Reveal"/> returns the text. Immutable.
/// </summary>
/// <remarks>
/// It is a class, not a structure: the default of a structure would be a secret that nobody made, and here <c>null</c> can say
/// that there is none. There is no conversion from or to <see cref="string"/>, so that both crossings show in the source.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
[JsonConverter(typeof(SecretJsonConverter))]
public sealed class Secret : IEquatable<Secret>
{
    /// <summary>What is shown in place of a secret.</summary>
    public const string Mask = "**********";

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _text;

    /// <summary>Wraps <paramref name="text"/> as it is; nothing is trimmed.</summary>
    public Secret(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _text = text;
    }

    /// <summary>Whether the text is empty.</summary>
    public bool IsEmpty => _text.Length == 0;

    /// <summary>Whether both hold the same text, or both are null. Takes the same time wherever the texts differ.</summary>
    public static bool operator ==(Secret? left, Secret? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the texts differ.</summary>
    public static bool operator !=(Secret? left, Secret? right) => !(left == right);

    /// <summary>The text itself. Hand it to the wire, and to nothing that keeps or prints it.</summary>
    public string Reveal() => _text;

    /// <summary><see cref="Mask"/>, or an empty string when the secret is empty.</summary>
    public override string ToString() => IsEmpty ? string.Empty : Mask;

    /// <summary>Whether <paramref name="other"/> holds the same text. Takes the same time wherever the texts differ.</summary>
    public bool Equals([NotNullWhen(true)] Secret? other) =>
        other is not null && CryptographicOperations.FixedTimeEquals(MemoryMarshal.AsBytes(_text.AsSpan()), MemoryMarshal.AsBytes(other._text.AsSpan()));

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as Secret);

    /// <summary>A hash with a seed of this process, which does not lead back to the text.</summary>
    public override int GetHashCode() => string.GetHashCode(_text, StringComparison.Ordinal);
}
