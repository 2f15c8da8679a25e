using System.Buffers;
using System.Text;

namespace Trellis.Caching.Redis.Entries;

/// <summary>How the cache's keys are named in Redis: <c>namespace:key</c>, or the bare key without a namespace.</summary>
internal sealed class KeySpace
{
    private const char Separator = ':';

    // A replacement character would let two keys that are no valid text share one entry.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly SearchValues<char> Glob = SearchValues.Create("*?[]^\\");

    private readonly string _prefix;

    public KeySpace(string? name) =>
        _prefix = string.IsNullOrEmpty(name) ? "" : name.TrimEnd(Separator) + Separator;

    /// <summary>Whether there is no namespace, so that every key of the database could be ours.</summary>
    public bool IsWholeDatabase => _prefix.Length == 0;

    /// <exception cref="ArgumentException"><paramref name="key"/> is null or holds half a surrogate pair.</exception>
    public byte[] NameOf(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Utf8.GetBytes(_prefix + key);
    }

    /// <summary>The pattern for SCAN that matches the keys that start with <paramref name="keyPrefix"/> and no others.</summary>
    public byte[] PatternFor(string keyPrefix)
    {
        var text = _prefix + keyPrefix;
        var pattern = new StringBuilder(text.Length + 1);
        foreach (var character in text)
        {
            if (Glob.Contains(character))
                pattern.Append('\\');

            pattern.Append(character);
        }

        return Utf8.GetBytes(pattern.Append('*').ToString());
    }
}
