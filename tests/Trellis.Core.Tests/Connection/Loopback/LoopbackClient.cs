namespace Trellis.Tests.Connection.Loopback;

/// <summary>A client of the pipeline alone. It makes one attempt unless it is configured otherwise.</summary>
internal sealed class LoopbackClient : IDisposable
{
    private readonly ApiConnection _connection;

    public LoopbackClient(
        Uri url, Action<LoopbackClientOptions>? configure = null, HttpMessageInvoker? invoker = null, string protocol = "loopback")
    {
        var options = new LoopbackClientOptions { BaseUrl = url, Token = "token", MaxAttempts = 1 };
        configure?.Invoke(options);
        _connection = new ApiConnection(new LoopbackProtocol(protocol), options, invoker);
    }

    public static RequestBody Body(string text) => RequestBody.From(new Reply(text), ReplyJson.Default.Reply);

    /// <summary>Makes a call; the synchronous form on a thread of its own, so that the test can watch it.</summary>
    public Task<Reply> CallAsync(
        Form form, string path = "/", RequestBody? body = null, CachePolicy? cache = null, CancellationToken cancellationToken = default) =>
        form == Form.Asynchronous
            ? _connection.SendAsync(Request(path, body, cache), cancellationToken)
            : Task.Factory.StartNew(
                () => _connection.Send(Request(path, body, cache), cancellationToken),
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default);

    public Reply Call(string path = "/", RequestBody? body = null) => _connection.Send(Request(path, body, null), CancellationToken.None);

    public async Task<LoopbackException> FailAsync(Form form, string path = "/", RequestBody? body = null) =>
        await Should.ThrowAsync<LoopbackException>(() => CallAsync(form, path, body));

    public void Dispose() => _connection.Dispose();

    private static ApiRequest<Reply> Request(string path, RequestBody? body, CachePolicy? cache) =>
        new(new("reply", HttpMethod.Post, path, ReplyJson.Default.Options, IsIdempotent: true), body, cache);
}
