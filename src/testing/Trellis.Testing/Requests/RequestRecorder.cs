using Microsoft.AspNetCore.Http;

namespace Trellis.Testing;

/// <summary>Notes each request as it comes by. What the handler has read and answered is noted before the caller has the answer.</summary>
internal sealed class RequestRecorder(ReceivedRequests requests, int mostBytes)
{
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var received = requests.Add(context.Request, mostBytes);
        var body = context.Request.Body;
        context.Request.Body = new OverheardStream(body, received.Read);
        context.Response.OnStarting(() =>
        {
            received.Answered(context.Response.StatusCode);
            return Task.CompletedTask;
        });
        try
        {
            await next(context).ConfigureAwait(false);
        }
        finally
        {
            context.Request.Body = body;
        }
    }
}
