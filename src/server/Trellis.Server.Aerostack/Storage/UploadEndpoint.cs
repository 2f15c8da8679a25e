using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Trellis.Server.Aerostack.Http;
using Trellis.Server.Kernel.Blobs;
using Trellis.Server.Kernel.Hosting;

namespace Trellis.Server.Aerostack.Storage;

/// <summary>Takes files (contract, sections 2.1.9 and 6).</summary>
internal sealed class UploadEndpoint(IBlobStore blobs, FileShelf shelf, FileUrl urls, StorageOptions options)
{
    private const int LongestBoundary = 70;

    // The other parts and what stands between them.
    private const int FormBytes = 64 * 1024;

    /// <summary>Takes a file and answers with its address.</summary>
    public async ValueTask<JsonAnswer> UploadAsync(AerostackCall call)
    {
        if (BoundaryOf(call.Http.Request) is not { } boundary)
            return StorageErrors.NotMultipart();

        Admit(call.Http);
        var upload = new FileUpload(blobs, options);
        var isKept = false;
        try
        {
            if (await upload.ReadAsync(new MultipartReader(boundary, call.Http.Request.Body), call.Aborted) is { } refusal)
                return refusal;

            var file = upload.Take(call.At);
            if (await shelf.PutAsync(call.ProjectId, file, call.Aborted) is { } refused)
                return refused;

            isKept = true;
            return Answer.Ok(json => json.WriteString("url"u8, urls.Make(call, file.Key)));
        }
        finally
        {
            if (!isKept)
                await upload.AbandonAsync();
        }
    }

    // RFC 2046, section 5.1.1, sets the length.
    private static string? BoundaryOf(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(type.Boundary).Value is { Length: > 0 and <= LongestBoundary } boundary
            ? boundary
            : null;

    // The file's own limit is counted while it is read, so that the refusal has the platform's body.
    private void Admit(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = options.MaxObjectBytes + FormBytes;
    }
}
