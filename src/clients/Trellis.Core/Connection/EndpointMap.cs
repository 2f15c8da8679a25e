using System.Collections.Concurrent;

namespace Trellis;

/// <summary>
/// Turns operation paths into addresses below one base URL. Parsing an address costs as much as serializing a small body, so those of
/// fixed paths are kept. Safe for concurrent use.
/// </summary>
internal sealed class EndpointMap
{
    // Paths with identifiers in them would otherwise pile up for the life of the client.
    private const int Capacity = 256;

    private readonly string _base;
    private readonly Uri _root;
    private readonly ConcurrentDictionary<string, Uri> _known = new(StringComparer.Ordinal);

    public EndpointMap(Uri baseUrl)
    {
        _base = baseUrl.GetLeftPart(UriPartial.Path).TrimEnd('/');
        _root = new Uri($"{_base}/");
    }

    /// <summary>The address of <paramref name="path"/>: appended to the base URL, the base's own path included.</summary>
    /// <param name="path">The path, and a query if need be.</param>
    /// <param name="keep">Whether the path will be asked for again: not for one with identifiers in it.</param>
    /// <exception cref="ArgumentException">The path would lead to another host or out of the base URL; the token must not go there.</exception>
    public Uri Resolve(string path, bool keep = true)
    {
        if (keep && _known.TryGetValue(path, out var known))
        {
            return known;
        }

        if (!path.StartsWith('/') || path.StartsWith("//", StringComparison.Ordinal) || path.Contains('\\'))
        {
            throw new ArgumentException($"The path must begin with one slash and have no backslash, but is '{path}'.", nameof(path));
        }

        if (!Uri.TryCreate(_base + path, UriKind.Absolute, out var address))
        {
            throw new ArgumentException($"The path '{path}' cannot be part of an address.", nameof(path));
        }

        // Dots in a path can climb out of the base URL, encoded ones too.
        if (!_root.IsBaseOf(address) || !address.AbsolutePath.StartsWith(_root.AbsolutePath, StringComparison.Ordinal))
        {
            throw new ArgumentException($"The path '{path}' leads out of {_base}.", nameof(path));
        }

        if (keep && _known.Count < Capacity)
        {
            _known.TryAdd(path, address);
        }

        return address;
    }
}
