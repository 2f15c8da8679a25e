using System.Collections.Concurrent;

namespace Trellis;

/// <summary>
/// Turns operation paths into addresses below one base URL. Parsing an address costs as much as serializing a small body, so those of
/// fixed paths are kept. Safe for concurrent use.
/// </summary>
internal sealed class EndpointMap(Uri baseUrl)
{
    // Paths with identifiers in them would otherwise pile up for the life of the client.
    private const int Capacity = 256;

    private readonly string _base = baseUrl.GetLeftPart(UriPartial.Path).TrimEnd('/');
    private readonly ConcurrentDictionary<string, Uri> _known = new(StringComparer.Ordinal);

    /// <summary>The address of <paramref name="path"/>: appended to the base URL, the base's own path included.</summary>
    /// <exception cref="ArgumentException">The path would lead to another host or out of the base URL; the token must not go there.</exception>
    public Uri Resolve(string path)
    {
        if (_known.TryGetValue(path, out var known))
        {
            return known;
        }

        if (!path.StartsWith('/') || path.StartsWith("//", StringComparison.Ordinal) || path.Contains('\\'))
        {
            throw new ArgumentException($"The path must begin with one slash and stay below {_base}, but is '{path}'.", nameof(path));
        }

        var address = new Uri(_base + path);
        if (!address.AbsolutePath.StartsWith(new Uri(_base + "/").AbsolutePath, StringComparison.Ordinal))
        {
            throw new ArgumentException($"The path '{path}' leads out of {_base}.", nameof(path));
        }

        if (_known.Count < Capacity)
        {
            _known.TryAdd(path, address);
        }

        return address;
    }
}
