using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Trellis.Server.Kernel.Hosting;

namespace Trellis.Server.Aerostack.Errors;

/// <summary>The body of refusals that no route of the platform has made: unknown paths, wrong methods, exceptions.</summary>
internal sealed class AerostackErrorFormat : IErrorFormat
{
    private static readonly AerostackErrorFormat Plain = new(ErrorEnvelope.Plain);
    private static readonly AerostackErrorFormat WithError = new(ErrorEnvelope.WithError);

    private readonly ErrorEnvelope _envelope;

    private AerostackErrorFormat(ErrorEnvelope envelope) => _envelope = envelope;

    /// <summary>The format of an envelope.</summary>
    public static AerostackErrorFormat Of(ErrorEnvelope envelope) => envelope is ErrorEnvelope.WithError ? WithError : Plain;

    /// <inheritdoc/>
    public void Write(IBufferWriter<byte> output, RequestError error)
    {
        using var json = new Utf8JsonWriter(output);
        new AerostackError(error.Status, CodeOf(error.Status), error.Detail).For(_envelope).WriteBody(json);
    }

    private static string CodeOf(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => ErrorCodes.InvalidKey,
        StatusCodes.Status403Forbidden => ErrorCodes.Forbidden,
        StatusCodes.Status429TooManyRequests => ErrorCodes.RateLimit,
        >= StatusCodes.Status500InternalServerError => ErrorCodes.Internal,
        _ => ErrorCodes.Validation,
    };
}
