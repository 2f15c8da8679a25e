using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Trellis.Server.Console.Http;

/// <summary>Reads a form up to its file (RFC 7578). Fields come before the file, in the order of the page.</summary>
internal static class UploadReader
{
    private const int MostFields = 16;
    private const int LongestField = 8 * 1024;

    /// <summary>The form, whose file is empty and has no name when none was chosen; null when it is no form.</summary>
    public static async Task<ConsoleUpload?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (BoundaryOf(request) is not { } boundary)
            return null;

        try
        {
            return await ReadAsync(new MultipartReader(boundary, request.Body), cancellationToken);
        }
        catch (Exception error) when (error is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            return null;
        }
    }

    private static async Task<ConsoleUpload> ReadAsync(MultipartReader reader, CancellationToken cancellationToken)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        while (fields.Count < MostFields && await reader.ReadNextSectionAsync(cancellationToken) is { } section)
        {
            if (section.AsFileSection() is { } file)
                return new ConsoleUpload(fields, file.FileName, section.ContentType, section.Body);
            if (section.AsFormDataSection() is { } field)
                fields[field.Name] = await ReadTextAsync(section.Body, cancellationToken);
        }

        return new ConsoleUpload(fields, "", ContentType: null, Stream.Null);
    }

    private static async Task<string> ReadTextAsync(Stream body, CancellationToken cancellationToken)
    {
        var buffer = new byte[LongestField + 1];
        var length = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return length <= LongestField ? System.Text.Encoding.UTF8.GetString(buffer, 0, length) : throw new InvalidDataException("A field is too long.");
    }

    private static string? BoundaryOf(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(type.Boundary).Value is { Length: > 0 } boundary
            ? boundary
            : null;
}
