using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Trellis.Server.Aerostack.Errors;
using Trellis.Server.Aerostack.Http;
using Trellis.Server.Kernel.Blobs;
using Trellis.Server.Kernel.Hosting;

namespace Trellis.Server.Aerostack.Storage;

/// <summary>
/// Sends files as they are kept, or parts of them. They are the callers' own and come from the origin of the API, so a browser is told not to
/// guess their type and to run nothing that is in them. Safe for concurrent use.
/// </summary>
internal sealed class FileSender(IBlobStore blobs)
{
    private const int CopyBytes = 64 * 1024;

    /// <summary>Sends the file that the request asks for.</summary>
    public async ValueTask<JsonAnswer> SendAsync(AerostackCall call, StoredFile file)
    {
        var (request, response) = (call.Http.Request, call.Http.Response);
        var tag = new EntityTagHeaderValue($"\"{file.Sha256}\"");
        if (IsKnown(request, tag))
        {
            Describe(response, file, tag);
            response.StatusCode = StatusCodes.Status304NotModified;
            return Answer.Sent;
        }

        if (ByteSpan.Of(request, file, tag) is not { } span)
        {
            response.Headers.ContentRange = string.Create(CultureInfo.InvariantCulture, $"bytes */{file.Size}");
            return new AerostackError(StatusCodes.Status416RangeNotSatisfiable, ErrorCodes.Validation, "The file does not have these bytes.");
        }

        if (HttpMethods.IsHead(request.Method) || span.Length == 0)
        {
            Begin(response, file, tag, span);
            return Answer.Sent;
        }

        await using var content = await blobs.OpenReadAsync(file.BlobId, span.Offset, span.IsPart ? span.Length : null, call.Aborted);
        if (content is null)
            return AerostackErrors.NotFound("The file");

        Begin(response, file, tag, span);
        await content.CopyToAsync(response.Body, CopyBytes, call.Aborted);
        return Answer.Sent;
    }

    private static bool IsKnown(HttpRequest request, EntityTagHeaderValue tag) =>
        EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var known)
        && known.Any(candidate => candidate.Equals(EntityTagHeaderValue.Any) || candidate.Compare(tag, useStrongComparison: false));

    private static void Begin(HttpResponse response, StoredFile file, EntityTagHeaderValue tag, ByteSpan span)
    {
        Describe(response, file, tag);
        response.ContentType = file.ContentType;
        response.ContentLength = span.Length;
        if (!span.IsPart)
            return;

        response.StatusCode = StatusCodes.Status206PartialContent;
        response.Headers.ContentRange = string.Create(
            CultureInfo.InvariantCulture, $"bytes {span.Offset}-{span.Offset + span.Length - 1}/{file.Size}");
    }

    private static void Describe(HttpResponse response, StoredFile file, EntityTagHeaderValue tag)
    {
        response.Headers.ETag = tag.ToString();
        response.Headers.LastModified = file.ModifiedAt.ToString("R", CultureInfo.InvariantCulture);
        response.Headers.AcceptRanges = "bytes";
        response.Headers.CacheControl = "private, no-cache";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'";
    }
}
