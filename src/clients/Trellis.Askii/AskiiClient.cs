using System.Text.Json.Nodes;
using Trellis.Askii.Json;

namespace Trellis.Askii;

/// <summary>
/// The client of the Askii platform API. Every operation has an asynchronous and a synchronous form. Make one and keep it: it is safe for
/// concurrent use and holds the connections. Dispose it at the end; an <see cref="HttpClient"/> that was given stays the caller's.
/// </summary>
public sealed class AskiiClient : IDisposable
{
    private readonly ApiConnection _connection;
    private readonly AskiiClientOptions _options;

    /// <summary>Creates a client from the environment alone (<c>ASKII_TOKEN</c>, <c>ASKII_BASE_URL</c>, …).</summary>
    /// <exception cref="AskiiAuthException">There is no token.</exception>
    /// <exception cref="FormatException">A variable cannot be read.</exception>
    public AskiiClient()
        : this(AskiiClientOptions.FromEnvironment())
    {
    }

    /// <summary>Creates a client with a token; the rest comes from the environment.</summary>
    /// <param name="token">The mPass token: a text, or a <see cref="TokenSource"/>.</param>
    /// <exception cref="AskiiAuthException">The token is empty.</exception>
    /// <exception cref="FormatException">A variable cannot be read.</exception>
    public AskiiClient(TokenSource token)
        : this(WithToken(token))
    {
    }

    /// <summary>Creates a client from options alone; the environment is not read.</summary>
    /// <param name="options">Checked and copied.</param>
    /// <param name="httpClient">
    /// The client to send with, which stays the caller's; its base address, headers, timeout and TLS settings are its own. It should not
    /// follow redirects, since they would carry the token along. <see langword="null"/> to make one.
    /// </param>
    /// <exception cref="AskiiAuthException">There is no token, or it is empty.</exception>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public AskiiClient(AskiiClientOptions options, HttpClient? httpClient = null)
        : this(httpClient, options)
    {
    }

    internal AskiiClient(HttpMessageInvoker? invoker, AskiiClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var copy = options.Copy();
        _options = copy;
        _connection = new ApiConnection(AskiiProtocol.Instance, copy, invoker);
        var operations = copy.StrictResponses ? AskiiOperations.Strict : AskiiOperations.Tolerant;
        Keys = new AskiiKeys(_connection, operations);
        Models = new AskiiModels(_connection, operations);
    }

    /// <summary>The caller's keys.</summary>
    public AskiiKeys Keys { get; }

    /// <summary>The platform's models.</summary>
    public AskiiModels Models { get; }

    /// <summary>
    /// Sends a request that this version has no method for, with the whole pipeline behind it: the token is added to the body, failures
    /// are retried and become the same exceptions. Contract section 1.7.
    /// </summary>
    /// <param name="method">The HTTP method; the body is sent with any.</param>
    /// <param name="path">The path below the base URL, with its leading slash and, if need be, a query. Not a whole address.</param>
    /// <param name="body">The members to send; not changed. A member <c>mpass_token</c> is replaced by the client's token.</param>
    /// <param name="options">How the call is treated; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <returns>The answer's object; an answer <c>v</c> that is not an object comes as <c>{"value": v}</c>.</returns>
    /// <exception cref="ArgumentException">The path would lead to another host.</exception>
    /// <exception cref="AskiiException">The call failed.</exception>
    public Task<JsonObject> RequestAsync(
        HttpMethod method, string path, JsonObject? body = null, AskiiRequestOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Requesting(method, path, body, options), cancellationToken);

    /// <inheritdoc cref="RequestAsync"/>
    public JsonObject Request(
        HttpMethod method, string path, JsonObject? body = null, AskiiRequestOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.Send(Requesting(method, path, body, options), cancellationToken);

    /// <summary>Closes the connections that the client opened itself.</summary>
    public void Dispose() => _connection.Dispose();

    /// <summary>A way to the chat endpoints, with a provisioned key, over the connections of this client. Not to be disposed.</summary>
    internal ApiConnection ConnectGateway(TokenSource key)
    {
        var options = _options.Copy();
        options.Token = key;
        return _connection.Share(GatewayProtocol.Instance, options);
    }

    private static AskiiClientOptions WithToken(TokenSource token)
    {
        ArgumentNullException.ThrowIfNull(token);
        var options = AskiiClientOptions.FromEnvironment();
        options.Token = token;
        return options;
    }

    private static ApiRequest<JsonObject> Requesting(HttpMethod method, string path, JsonObject? body, AskiiRequestOptions? options)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(path);
        options ??= new AskiiRequestOptions();
        var cache = options is { CacheResource: { } resource, CacheOperation: { } operation }
            ? CachePolicy.For(options.CacheTtl, resource, operation, options.CacheArguments)
            : null;
        return new(AskiiOperations.Raw(method, path, options.IsIdempotent), WithoutToken(body), cache);
    }

    private static RequestBody? WithoutToken(JsonObject? body)
    {
        if (body is null or { Count: 0 })
        {
            return null;
        }

        var copy = (JsonObject)body.DeepClone();
        copy.Remove("mpass_token");
        return RequestBody.From(copy, AskiiJsonContext.Default.JsonObject);
    }
}
