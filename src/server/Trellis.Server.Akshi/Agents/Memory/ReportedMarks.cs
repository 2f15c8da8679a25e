using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Trellis.Server.Akshi.Agents.Memory;

/// <summary>
/// Which findings were made of a file, as digests, and how many of each: so that a file which is read again is not reported again. Bounded:
/// what is beyond the bound is forgotten. Not safe for concurrent use.
/// </summary>
internal sealed class ReportedMarks
{
    /// <summary>How many different findings of one file are remembered.</summary>
    public const int Capacity = 5_000;

    private const int DigestLength = 9;

    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>How many different ones there are.</summary>
    public int Count => _counts.Count;

    /// <summary>Reads what <see cref="ToText"/> wrote.</summary>
    public static ReportedMarks Parse(string text)
    {
        var marks = new ReportedMarks();
        foreach (var part in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = part.IndexOf(':', StringComparison.Ordinal);
            marks._counts[part[..colon]] = int.Parse(part.AsSpan(colon + 1), CultureInfo.InvariantCulture);
        }

        return marks;
    }

    /// <summary>The digest of a finding.</summary>
    public static string Of(string rule, string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{rule.Length}:{rule}{text}"), hash);
        return Convert.ToBase64String(hash[..DigestLength]);
    }

    /// <summary>Adds one occurrence.</summary>
    public void Add(string mark)
    {
        if (_counts.TryGetValue(mark, out var count))
            _counts[mark] = count + 1;
        else if (_counts.Count < Capacity)
            _counts[mark] = 1;
    }

    /// <summary>Adds all occurrences of others.</summary>
    public void Add(ReportedMarks others)
    {
        foreach (var (mark, count) in others._counts)
        {
            if (_counts.TryGetValue(mark, out var known))
                _counts[mark] = known + count;
            else if (_counts.Count < Capacity)
                _counts[mark] = count;
        }
    }

    /// <summary>Takes one occurrence away; false when there is none.</summary>
    public bool Take(string mark)
    {
        if (!_counts.TryGetValue(mark, out var count))
            return false;
        if (count == 1)
            _counts.Remove(mark);
        else
            _counts[mark] = count - 1;
        return true;
    }

    /// <summary>Forgets all.</summary>
    public void Clear() => _counts.Clear();

    /// <summary>The form that is stored.</summary>
    public string ToText() => string.Join(' ', _counts.Select(static pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key}:{pair.Value}")));
}
