using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace Trellis.Server.Aerostack.Storage;

/// <summary>Media types of files.</summary>
internal static class MediaType
{
    public const string Unknown = "application/octet-stream";

    private const int Longest = 255;

    private static readonly FileExtensionContentTypeProvider Known = new();

    /// <summary>Whether a text is a media type that can be sent again as a header.</summary>
    public static bool IsValid([NotNullWhen(true)] string? text) =>
        text is { Length: > 0 and <= Longest } && text.All(static character => character is >= ' ' and <= '~') && MediaTypeHeaderValue.TryParse(text, out _);

    /// <summary>What the end of a key says.</summary>
    public static string GuessFrom(string key) => Known.TryGetContentType(key, out var type) ? type : Unknown;
}
