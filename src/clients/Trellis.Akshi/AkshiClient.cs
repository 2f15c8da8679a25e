using System.Text.Json.Nodes;
using Trellis.Akshi.Json;

namespace Trellis.Akshi;

/// <summary>
/// The client of the Akshi runtime's HTTP API. The calls of the Python SDK stand on the client itself, under their Python names; the rest of
/// the API is in groups. Every operation has an asynchronous and a synchronous form. Make one and keep it: it is safe for concurrent use
/// and holds the connections. Dispose it at the end; an <see cref="HttpClient"/> that was given stays the caller's.
/// </summary>
public sealed partial class AkshiClient : IDisposable
{
    private readonly ApiConnection _connection;
    private readonly AkshiClientOptions _options;
    private readonly AkshiCalls _calls;

    /// <summary>Creates a client from the environment alone (<c>AKSHI_BASE_URL</c>, <c>AKSHI_TOKEN</c>, …); nothing has to be set.</summary>
    /// <exception cref="FormatException">A variable cannot be read.</exception>
    public AkshiClient()
        : this(AkshiClientOptions.FromEnvironment())
    {
    }

    /// <summary>Creates a client with a token; the rest comes from the environment.</summary>
    /// <param name="token">The runtime's token: a text, or a <see cref="TokenSource"/>.</param>
    /// <exception cref="FormatException">A variable cannot be read.</exception>
    public AkshiClient(TokenSource token)
        : this(WithToken(token))
    {
    }

    /// <summary>Creates a client from options alone; the environment is not read.</summary>
    /// <param name="options">Checked and copied.</param>
    /// <param name="httpClient">
    /// The client to send with, which stays the caller's; its base address, headers, timeout and TLS settings are its own. It should not
    /// follow redirects, since they would carry the token along, and its timeout must let streams of events live. <see langword="null"/> to
    /// make one.
    /// </param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public AkshiClient(AkshiClientOptions options, HttpClient? httpClient = null)
        : this(httpClient, options)
    {
    }

    internal AkshiClient(HttpMessageInvoker? invoker, AkshiClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options.Copy();
        _connection = new ApiConnection(new AkshiProtocol(_options), _options, invoker);
        var operations = _options.StrictResponses ? AkshiOperations.Strict : AkshiOperations.Tolerant;
        _calls = new(operations);
        Agents = new(_connection, operations);
        Grants = new(_connection, operations);
        Decisions = new(_connection, operations);
        Tasks = new(_connection, operations);
        Events = new(_connection, _options);
        Sync = new(_connection, operations);
        Registry = new(_connection, operations);
        Mcp = new(_connection, operations, _options.Token);
        Discovery = new(_connection, operations);
    }

    /// <summary>The agents.</summary>
    public AkshiAgents Agents { get; }

    /// <summary>Grants by their agent and their domain.</summary>
    public AkshiGrants Grants { get; }

    /// <summary>Approvals decided by their ids, and many at once.</summary>
    public AkshiDecisions Decisions { get; }

    /// <summary>Work that agents give each other.</summary>
    public AkshiTasks Tasks { get; }

    /// <summary>What happens, as it happens.</summary>
    public AkshiEvents Events { get; }

    /// <summary>Journals of agents, and how they reach other nodes.</summary>
    public AkshiSync Sync { get; }

    /// <summary>Packages of agents.</summary>
    public AkshiRegistry Registry { get; }

    /// <summary>The tools that agents offer.</summary>
    public AkshiMcp Mcp { get; }

    /// <summary>What the runtime tells everybody about itself.</summary>
    public AkshiDiscovery Discovery { get; }

    /// <summary>
    /// Sends a request that this version has no method for, with the whole pipeline behind it. Any status from 200 to 299 is a success. Only
    /// GET is ever repeated.
    /// </summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path below the base URL, with its leading slash and, if need be, a query. Not a whole address.</param>
    /// <param name="body">The JSON to send; <see langword="null"/> for no body.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <returns>The answer's object; an answer <c>v</c> that is not an object comes as <c>{"value": v}</c>.</returns>
    /// <exception cref="ArgumentException">The path would lead to another host.</exception>
    /// <exception cref="AkshiException">The call failed.</exception>
    public Task<JsonObject> RequestAsync(HttpMethod method, string path, JsonNode? body = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Requesting(method, path, body), cancellationToken);

    /// <inheritdoc cref="RequestAsync"/>
    public JsonObject Request(HttpMethod method, string path, JsonNode? body = null, CancellationToken cancellationToken = default) =>
        _connection.Send(Requesting(method, path, body), cancellationToken);

    /// <summary>Closes the connections that the client opened itself.</summary>
    public void Dispose() => _connection.Dispose();

    private static AkshiClientOptions WithToken(TokenSource token)
    {
        ArgumentNullException.ThrowIfNull(token);
        var options = AkshiClientOptions.FromEnvironment();
        options.Token = token;
        return options;
    }

    private static ApiRequest<JsonObject> Requesting(HttpMethod method, string path, JsonNode? body)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(path);
        return new(
            AkshiOperations.Raw(method, path), body is null ? null : RequestBody.From(body, AkshiJsonContext.Default.JsonNode), Path: path);
    }
}
