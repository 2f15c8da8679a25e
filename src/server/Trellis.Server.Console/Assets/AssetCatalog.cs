using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Trellis.Server.Console.Assets;

/// <summary>The files of the console, which are embedded in the assembly. Safe for concurrent use.</summary>
internal static class AssetCatalog
{
    private static readonly ConcurrentDictionary<string, Asset?> Known = new(StringComparer.Ordinal);

    /// <summary>The address of a file.</summary>
    /// <exception cref="ArgumentException">There is no such file.</exception>
    public static string Url(string name)
    {
        var asset = Load(name) ?? throw new ArgumentException($"There is no file '{name}'.", nameof(name));
        return $"{ConsolePaths.Assets}{Path.GetFileNameWithoutExtension(name)}.{asset.Digest}{Path.GetExtension(name)}";
    }

    /// <summary>The file at an address; null when it is none, or another version.</summary>
    /// <param name="name">The last part of the address: name, digest and extension.</param>
    public static Asset? Find(string name)
    {
        var parts = name.Split('.');
        return parts.Length == 3 && Load($"{parts[0]}.{parts[2]}") is { } asset && asset.Digest == parts[1] ? asset : null;
    }

    private static Asset? Load(string name) =>
        TypeOf(name) is { } type ? Known.GetOrAdd(name, static (key, contentType) => Read(key, contentType), type) : null;

    private static string? TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => null,
    };

    private static Asset? Read(string name, string contentType)
    {
        using var stream = typeof(AssetCatalog).Assembly.GetManifestResourceStream(name);
        if (stream is null)
            return null;

        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return new Asset(contentType, Convert.ToHexStringLower(SHA256.HashData(content))[..12], content);
    }
}
