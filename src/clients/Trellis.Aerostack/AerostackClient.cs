using System.Text.Json.Nodes;
using Trellis.Aerostack.Json;

namespace Trellis.Aerostack;

/// <summary>
/// The client of the Aerostack API. Every operation has an asynchronous and a synchronous form. Make one and keep it: it is safe for
/// concurrent use and holds the connections. Dispose it at the end, after which it refuses calls; an <see cref="HttpClient"/> that was
/// given stays the caller's.
/// </summary>
public sealed class AerostackClient : IDisposable, IAsyncDisposable
{
    private readonly AerostackConnection _connection;

    /// <summary>Creates a client from the environment alone (<c>AEROSTACK_API_KEY</c>, <c>AEROSTACK_SERVER_URL</c>, …).</summary>
    /// <exception cref="AerostackCredentialException">There is no key.</exception>
    /// <exception cref="FormatException">A variable cannot be read.</exception>
    public AerostackClient()
        : this(AerostackClientOptions.FromEnvironment())
    {
    }

    /// <summary>Creates a client with a key; the rest comes from the environment.</summary>
    /// <param name="apiKey">The project's key: a text, or a <see cref="TokenSource"/>.</param>
    /// <exception cref="AerostackCredentialException">The key is empty.</exception>
    /// <exception cref="FormatException">A variable cannot be read.</exception>
    public AerostackClient(TokenSource apiKey)
        : this(WithKey(apiKey))
    {
    }

    /// <summary>Creates a client from options alone; the environment is not read.</summary>
    /// <param name="options">Checked and copied.</param>
    /// <param name="httpClient">
    /// The client to send with, which stays the caller's; its base address, headers, timeout, TLS settings and way with redirects are its
    /// own. <see langword="null"/> to make one.
    /// </param>
    /// <exception cref="AerostackCredentialException">There is no key, or it is empty.</exception>
    /// <exception cref="ArgumentException">An option is out of its range, or the server's address is none.</exception>
    public AerostackClient(AerostackClientOptions options, HttpClient? httpClient = null)
        : this(httpClient, options)
    {
    }

    internal AerostackClient(HttpMessageInvoker? invoker, AerostackClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _connection = new AerostackConnection(options.Copy(), invoker);
        Ai = new AerostackAi(_connection);
        Authentication = new AerostackAuthentication(_connection);
        Cache = new AerostackCache(_connection);
        Database = new AerostackDatabase(_connection);
        Queue = new AerostackQueue(_connection);
        Services = new AerostackServices(_connection);
        Storage = new AerostackStorage(_connection);
        Search = new AerostackSearch(_connection);
        Gateway = new AerostackGateway(_connection);
        Realtime = new AerostackRealtime(_connection);
    }

    /// <summary>The platform's models.</summary>
    public AerostackAi Ai { get; }

    /// <summary>The project's users.</summary>
    public AerostackAuthentication Authentication { get; }

    /// <summary>The project's cache.</summary>
    public AerostackCache Cache { get; }

    /// <summary>The project's SQL database.</summary>
    public AerostackDatabase Database { get; }

    /// <summary>The project's job queue.</summary>
    public AerostackQueue Queue { get; }

    /// <summary>The project's services.</summary>
    public AerostackServices Services { get; }

    /// <summary>The project's files.</summary>
    public AerostackStorage Storage { get; }

    /// <summary>The project's index of texts by meaning.</summary>
    public AerostackSearch Search { get; }

    /// <summary>APIs that others offer through the platform.</summary>
    public AerostackGateway Gateway { get; }

    /// <summary>Events as they happen.</summary>
    public AerostackRealtime Realtime { get; }

    /// <summary>
    /// Sends a request that this version has no method for, with the whole pipeline behind it. Any status from 200 to 299 is a success.
    /// </summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path below the server's address, with its leading slash and, if need be, a query. Not a whole address.</param>
    /// <param name="body">The JSON to send; <see langword="null"/> for no body.</param>
    /// <param name="options">In what the call differs from the client's options.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <returns>The answer's object; an answer <c>v</c> that is not an object comes as <c>{"value": v}</c>, and none as an empty object.</returns>
    /// <exception cref="ArgumentException">The path would lead to another host.</exception>
    /// <exception cref="AerostackException">The call failed.</exception>
    public Task<JsonObject> RequestAsync(
        HttpMethod method, string path, JsonNode? body = null, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Requesting(method, path, body), options, cancellationToken);

    /// <inheritdoc cref="RequestAsync"/>
    public JsonObject Request(
        HttpMethod method, string path, JsonNode? body = null, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.Send(Requesting(method, path, body), options, cancellationToken);

    /// <summary>Closes the connections that the client opened itself, and breaks realtime's off. Calls are refused from now on.</summary>
    public void Dispose()
    {
        Realtime.Abort();
        _connection.Dispose();
    }

    /// <summary>Closes the connections that the client opened itself, realtime's with a farewell. Calls are refused from now on.</summary>
    public async ValueTask DisposeAsync()
    {
        await Realtime.DisposeAsync().ConfigureAwait(false);
        _connection.Dispose();
    }

    private static AerostackClientOptions WithKey(TokenSource apiKey)
    {
        ArgumentNullException.ThrowIfNull(apiKey);
        var options = AerostackClientOptions.FromEnvironment();
        options.ApiKey = apiKey;
        return options;
    }

    private static ApiRequest<JsonObject> Requesting(HttpMethod method, string path, JsonNode? body)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(path);
        return new(
            AerostackOperations.Raw(method, path),
            body is null ? null : RequestBody.From(body, AerostackJsonContext.Default.JsonNode),
            Path: path);
    }
}
