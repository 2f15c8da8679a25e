using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Trellis.Server.Aerostack.Storage;

/// <summary>The section <c>aerostack.storage</c> of <c>trellis.json</c>.</summary>
internal sealed class StorageOptions
{
    private const long DefaultObjectBytes = 100L * 1024 * 1024;
    private const long DefaultProjectBytes = 10L * 1024 * 1024 * 1024;

    /// <summary>Reads the section.</summary>
    /// <exception cref="ArgumentException">A value is out of range.</exception>
    public StorageOptions(IConfiguration section)
    {
        MaxObjectBytes = Read(section, "maxObjectBytes", DefaultObjectBytes);
        MaxProjectBytes = Read(section, "maxProjectBytes", DefaultProjectBytes);
        PublicUrl = section["publicUrl"] is { } text ? ReadUrl(text) : null;
    }

    /// <summary>The largest file in bytes (<c>maxObjectBytes</c>).</summary>
    /// <value>Default 100 MiB.</value>
    public long MaxObjectBytes { get; }

    /// <summary>How many bytes the files of a project may have together (<c>maxProjectBytes</c>).</summary>
    /// <value>Default 10 GiB.</value>
    public long MaxProjectBytes { get; }

    /// <summary>What the addresses of files begin with (<c>publicUrl</c>), without a slash at the end.</summary>
    /// <value>Default null: the address that the request for them was sent to.</value>
    public string? PublicUrl { get; }

    private static long Read(IConfiguration section, string key, long @default) => section[key] switch
    {
        null => @default,
        var text when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0 => value,
        _ => throw new ArgumentException($"'aerostack:storage:{key}' must be a whole number from 1 on."),
    };

    private static string ReadUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url is { Scheme: "http" or "https" } && url.Query.Length == 0 && url.Fragment.Length == 0
            ? text.TrimEnd('/')
            : throw new ArgumentException("'aerostack:storage:publicUrl' must be an http or https address without a query.");
}
