using System.Buffers;

namespace Trellis.Server.Kernel.Identity;

/// <summary>
/// The start of an API key, which tells what the key is for: <c>sk-</c>, <c>ac_secret_</c>, <c>owkai_live_</c>, … Each platform's module
/// declares its own.
/// </summary>
public sealed class ApiKeyPrefix
{
    private static readonly SearchValues<char> Allowed = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");

    /// <summary>Creates a prefix.</summary>
    /// <param name="value">1 to 32 characters of letters, digits, <c>_</c> and <c>-</c>, ending in <c>_</c> or <c>-</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="value"/> has another form.</exception>
    public ApiKeyPrefix(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        if (value.Length > 32 || value[^1] is not ('_' or '-') || value.AsSpan().ContainsAnyExcept(Allowed))
            throw new ArgumentException("A key prefix is 1 to 32 letters, digits, '_' and '-', ending in '_' or '-'.", nameof(value));
        Value = value;
    }

    /// <summary>The text.</summary>
    public string Value { get; }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
