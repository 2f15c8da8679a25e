using System.Collections.Frozen;

namespace Trellis.Aerostack;

/// <summary>Guesses media types from file names. Contract section 6.2.</summary>
internal static class FileTypes
{
    private const string Unknown = "application/octet-stream";

    // IANA's registrations for what applications usually keep in a store.
    private static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        [".avif"] = "image/avif", [".bmp"] = "image/bmp", [".css"] = "text/css", [".csv"] = "text/csv",
        [".doc"] = "application/msword", [".docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        [".epub"] = "application/epub+zip", [".gif"] = "image/gif", [".gz"] = "application/gzip", [".htm"] = "text/html",
        [".html"] = "text/html", [".ico"] = "image/vnd.microsoft.icon", [".jpeg"] = "image/jpeg", [".jpg"] = "image/jpeg",
        [".js"] = "text/javascript", [".json"] = "application/json", [".md"] = "text/markdown", [".mjs"] = "text/javascript",
        [".mov"] = "video/quicktime", [".mp3"] = "audio/mpeg", [".mp4"] = "video/mp4", [".mpeg"] = "video/mpeg",
        [".oga"] = "audio/ogg", [".ogg"] = "audio/ogg", [".ogv"] = "video/ogg", [".otf"] = "font/otf", [".pdf"] = "application/pdf",
        [".png"] = "image/png", [".ppt"] = "application/vnd.ms-powerpoint",
        [".pptx"] = "application/vnd.openxmlformats-officedocument.presentationml.presentation", [".rtf"] = "application/rtf",
        [".svg"] = "image/svg+xml", [".tar"] = "application/x-tar", [".tif"] = "image/tiff", [".tiff"] = "image/tiff",
        [".ttf"] = "font/ttf", [".txt"] = "text/plain", [".wasm"] = "application/wasm", [".wav"] = "audio/wav",
        [".weba"] = "audio/webm", [".webm"] = "video/webm", [".webp"] = "image/webp", [".woff"] = "font/woff", [".woff2"] = "font/woff2",
        [".xls"] = "application/vnd.ms-excel", [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        [".xml"] = "application/xml", [".yaml"] = "application/yaml", [".yml"] = "application/yaml", [".zip"] = "application/zip",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The media type of a file with this name; that of bytes when its ending says nothing.</summary>
    public static string Guess(string fileName) => Types.GetValueOrDefault(Path.GetExtension(fileName), Unknown);
}
