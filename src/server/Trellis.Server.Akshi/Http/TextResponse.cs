using System.Text;
using Trellis.Server.Kernel.Hosting;

namespace Trellis.Server.Akshi.Http;

/// <summary>Sends what is no JSON.</summary>
internal static class TextResponse
{
    /// <summary>Sends 200 and a text.</summary>
    public static async ValueTask<JsonAnswer> SendAsync(AkshiCall call, string contentType, string text)
    {
        var response = call.Http.Response;
        var body = Encoding.UTF8.GetBytes(text);
        response.ContentType = contentType;
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, call.Aborted);
        return Answer.Sent;
    }
}
