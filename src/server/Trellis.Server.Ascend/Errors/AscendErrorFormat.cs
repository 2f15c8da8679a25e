using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Trellis.Server.Kernel.Hosting;

namespace Trellis.Server.Ascend.Errors;

/// <summary>The body of refusals that no route of the platform has made: unknown paths, wrong methods, exceptions.</summary>
internal sealed class AscendErrorFormat : IErrorFormat
{
    private AscendErrorFormat()
    {
    }

    /// <summary>The one instance.</summary>
    public static AscendErrorFormat Instance { get; } = new();

    /// <inheritdoc/>
    public void Write(IBufferWriter<byte> output, RequestError error)
    {
        using var json = new Utf8JsonWriter(output);
        new AscendError(error.Status, CodeOf(error.Status), error.Detail).For(error.RequestId, error.At).WriteBody(json);
    }

    private static string CodeOf(int status) => status switch
    {
        StatusCodes.Status404NotFound => ErrorCodes.NotFound,
        StatusCodes.Status503ServiceUnavailable => ErrorCodes.ServiceUnavailable,
        >= StatusCodes.Status500InternalServerError => ErrorCodes.GovernanceError,
        _ => ErrorCodes.InvalidField,
    };
}
