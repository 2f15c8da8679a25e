namespace Trellis.Server.Console.Storage;

/// <summary>Keys as people take them: folders with slashes between them.</summary>
internal static class KeyPath
{
    /// <summary>The folders of a key or prefix, each with its own prefix.</summary>
    public static IEnumerable<(string Name, string Prefix)> Folders(string key)
    {
        var start = 0;
        for (var slash = key.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = key.IndexOf('/', start))
        {
            yield return (key[start..slash], key[..(slash + 1)]);
            start = slash + 1;
        }
    }
}
