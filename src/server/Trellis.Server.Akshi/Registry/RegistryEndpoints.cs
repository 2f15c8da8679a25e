using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Trellis.Server.Akshi.Errors;
using Trellis.Server.Akshi.Http;
using Trellis.Server.Kernel.Blobs;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Json;

namespace Trellis.Server.Akshi.Registry;

/// <summary>Publishes and lists packages (contract, section 2.11).</summary>
internal sealed class RegistryEndpoints(PackageShelf shelf, IBlobStore blobs)
{
    private const int LongestBoundary = 70;

    // The other parts and what stands between them.
    private const int FormBytes = 64 * 1024;

    /// <summary>GET on the collection: the newest version of each package.</summary>
    public async ValueTask<JsonAnswer> ListAsync(AkshiCall call)
    {
        var packages = await shelf.ListAsync(null, call.Aborted);
        return new ArrayAnswer(json =>
        {
            foreach (var versions in packages)
            {
                json.WriteStartObject();
                versions[^1].WriteMembers(json);
                json.WriteEndObject();
            }
        });
    }

    /// <summary>GET on one package: its newest version, and the names of all.</summary>
    public async ValueTask<JsonAnswer> FindAsync(AkshiCall call)
    {
        if (await shelf.ListAsync(call.Route("id"), call.Aborted) is not [var versions])
            return AkshiErrors.NotFound("There is no package with this id.");

        return Answer.Ok(json =>
        {
            versions[^1].WriteMembers(json);
            json.WriteTexts("versions"u8, [.. versions.Select(static package => package.Version)]);
        });
    }

    /// <summary>POST: publishes a version, which then never changes.</summary>
    public async ValueTask<JsonAnswer> PublishAsync(AkshiCall call)
    {
        if (BoundaryOf(call.Http.Request) is not { } boundary)
            return AkshiErrors.NotJson("Send the package as 'multipart/form-data'.");

        // The module's own limit is counted while it is read, so that the refusal says what is too long.
        if (call.Http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = PackageUpload.LongestModule + FormBytes;

        var upload = new PackageUpload(blobs);
        var isKept = false;
        try
        {
            if (await upload.ReadAsync(new MultipartReader(boundary, call.Http.Request.Body), call.Aborted) is { } refusal)
                return refusal;

            var package = upload.Take(call.At);
            isKept = await shelf.TryPublishAsync(package, call.Caller.ActorId, call.Origin, call.Aborted);
            return isKept ? Published(package) : AkshiErrors.Conflict("This version is published already, and versions never change.");
        }
        finally
        {
            if (!isKept)
                await upload.AbandonAsync();
        }
    }

    private static Answer Published(Package package) => Answer.Created(json =>
    {
        json.WriteString("id"u8, package.Id);
        json.WriteString("version"u8, package.Version);
        json.WriteString("checksum"u8, package.Checksum);
        json.WriteTime("published_at"u8, package.PublishedAt);
    });

    // RFC 2046, section 5.1.1, sets the length.
    private static string? BoundaryOf(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(type.Boundary).Value is { Length: > 0 and <= LongestBoundary } boundary
            ? boundary
            : null;
}
