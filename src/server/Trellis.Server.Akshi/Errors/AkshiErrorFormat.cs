using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Trellis.Server.Kernel.Hosting;

namespace Trellis.Server.Akshi.Errors;

/// <summary>The body of refusals that no route of the platform has made: broken requests and exceptions.</summary>
internal sealed class AkshiErrorFormat : IErrorFormat
{
    private AkshiErrorFormat()
    {
    }

    /// <summary>The one instance.</summary>
    public static AkshiErrorFormat Instance { get; } = new();

    /// <inheritdoc/>
    public void Write(IBufferWriter<byte> output, RequestError error)
    {
        using var json = new Utf8JsonWriter(output);
        new AkshiError(error.Status, CodeOf(error.Status), error.Detail).WriteBody(json);
    }

    private static string CodeOf(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => ErrorCodes.Unauthorized,
        StatusCodes.Status403Forbidden => ErrorCodes.Forbidden,
        StatusCodes.Status404NotFound => ErrorCodes.NotFound,
        StatusCodes.Status405MethodNotAllowed => ErrorCodes.MethodNotAllowed,
        StatusCodes.Status409Conflict => ErrorCodes.Conflict,
        StatusCodes.Status413PayloadTooLarge => ErrorCodes.PayloadTooLarge,
        StatusCodes.Status415UnsupportedMediaType => ErrorCodes.UnsupportedMediaType,
        StatusCodes.Status429TooManyRequests => ErrorCodes.RateLimited,
        >= StatusCodes.Status500InternalServerError => ErrorCodes.Internal,
        _ => ErrorCodes.BadRequest,
    };
}
