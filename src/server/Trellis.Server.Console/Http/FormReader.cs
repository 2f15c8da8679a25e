using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Trellis.Server.Console.Http;

/// <summary>Reads forms; what is none is no form, and no fault of the server.</summary>
internal static class FormReader
{
    /// <summary>The form of a request; null when its body is none.</summary>
    /// <exception cref="BadHttpRequestException">The body is longer than the page takes.</exception>
    public static async ValueTask<IFormCollection?> ReadAsync(HttpContext context, int longestValue)
    {
        if (!context.Request.HasFormContentType)
            return null;

        try
        {
            context.Features.Set<IFormFeature>(new FormFeature(context.Request, new FormOptions { ValueLengthLimit = longestValue }));
            return await context.Request.ReadFormAsync(context.RequestAborted);
        }
        catch (Exception error) when (error is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            return null;
        }
    }
}
