using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Trellis.Server.Kernel.Hosting;

/// <summary>
/// Sends requests through the server's own pipeline without a connection, so that what is inside the server uses the platforms exactly as their
/// clients do: the same routes, validation, audit trail and error bodies. Safe for concurrent use.
/// </summary>
public sealed class InProcessServer(IServiceScopeFactory scopes)
{
    private RequestDelegate? _pipeline;

    /// <summary>Sends a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="body">Where the body of the answer goes; left open. It is written to before the task is done.</param>
    /// <param name="cancellationToken">Hangs up.</param>
    /// <exception cref="InvalidOperationException">The server has not started.</exception>
    public async Task<InProcessResponse> SendAsync(InProcessRequest request, Stream body, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(body);
        return await SendAsync(request, _ => body, cancellationToken);
    }

    /// <summary>Sends a request whose answer goes where its status and headers say, without being kept in between.</summary>
    /// <param name="request">The request.</param>
    /// <param name="open">Called once, before the first byte of the body, or at the end when there is none: says where the body goes. Left open.</param>
    /// <param name="cancellationToken">Hangs up.</param>
    /// <exception cref="InvalidOperationException">The server has not started.</exception>
    public async Task<InProcessResponse> SendAsync(
        InProcessRequest request, Func<InProcessResponse, Stream> open, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(open);
        var pipeline = _pipeline ?? throw new InvalidOperationException("The server has not started.");

        await using var scope = scopes.CreateAsyncScope();
        HttpContext? context = null;
        await using var body = new DeferredStream(() => open(ResponseOf(context!)));
        context = Open(request, body, scope.ServiceProvider, cancellationToken);
        await pipeline(context);
        await context.Response.CompleteAsync();
        body.Open();
        return ResponseOf(context);
    }

    /// <summary>Takes the pipeline, once it is built.</summary>
    internal void Attach(RequestDelegate pipeline) => _pipeline = pipeline;

    private static InProcessResponse ResponseOf(HttpContext context) => new(context.Response.StatusCode, context.Response.Headers);

    private static DefaultHttpContext Open(InProcessRequest request, DeferredStream body, IServiceProvider services, CancellationToken cancellationToken)
    {
        var context = new DefaultHttpContext { RequestServices = services, RequestAborted = cancellationToken };
        context.Features.Set(request.Origin);
        context.Features.Set<IHttpResponseFeature>(new InProcessResponseFeature(body));
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(body));
        context.Connection.RemoteIpAddress = request.RemoteAddress;

        var query = request.Target.IndexOf('?', StringComparison.Ordinal);
        var received = context.Request;
        received.Method = request.Method;
        received.Scheme = "http";
        received.Host = new HostString("localhost");
        received.Path = PathString.FromUriComponent(query < 0 ? request.Target : request.Target[..query]);
        received.QueryString = query < 0 ? QueryString.Empty : new QueryString(request.Target[query..]);
        foreach (var (name, value) in request.Headers)
            received.Headers[name] = value;

        if (request.Body is not null)
        {
            received.Body = request.Body;
            received.ContentType = request.ContentType;
            received.ContentLength = request.Body.CanSeek ? request.Body.Length : null;
        }

        return context;
    }
}
