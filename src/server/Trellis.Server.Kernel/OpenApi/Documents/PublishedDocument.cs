using System.Security.Cryptography;
using Microsoft.AspNetCore.Routing;
using Microsoft.OpenApi;
using Trellis.Server.Kernel.Hosting;

namespace Trellis.Server.Kernel.OpenApi;

/// <summary>A document as it is sent.</summary>
/// <param name="Body">The document, as JSON.</param>
/// <param name="ETag">Tells it from others.</param>
internal sealed record PublishedDocument(ReadOnlyMemory<byte> Body, string ETag)
{
    /// <summary>Makes the document of a module, once all routes are mapped.</summary>
    public static async Task<PublishedDocument> CreateAsync(IServerModule module, ApiPlatform api, EndpointDataSource endpoints)
    {
        var body = new MemoryStream();
        await OpenApiDocumentFactory.Create(api, ApiRoute.Of(endpoints, module.Name)).SerializeAsJsonAsync(body, OpenApiSpecVersion.OpenApi3_1);
        var bytes = body.ToArray();
        return new PublishedDocument(bytes, $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes)[..16])}\"");
    }
}
