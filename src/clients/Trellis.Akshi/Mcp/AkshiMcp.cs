using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Trellis.Akshi.Json;

namespace Trellis.Akshi;

/// <summary>
/// The tools that agents offer by the Model Context Protocol. Reached through <see cref="AkshiClient.Mcp"/>; safe for concurrent use. Calls are
/// never repeated: a tool may do anything. Contract section 2.12.
/// </summary>
public sealed class AkshiMcp
{
    private readonly ApiConnection _connection;
    private readonly AkshiOperations _operations;
    private readonly TokenSource? _token;
    private readonly ApiOperation<McpAnswer> _call;
    private long _lastId;

    internal AkshiMcp(ApiConnection connection, AkshiOperations operations, TokenSource? token)
    {
        _connection = connection;
        _operations = operations;
        _token = token;
        _call = operations.Post<McpAnswer>("mcp", "/api/v1/mcp/{agent_name}");
    }

    /// <summary>Lists the tools that an agent offers.</summary>
    /// <param name="agentName">The agent.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    /// <exception cref="AkshiNotFoundException">There is no such agent, or it offers no tools.</exception>
    /// <exception cref="AkshiMcpException">The agent's server answered with an error.</exception>
    /// <exception cref="AkshiException">The call failed.</exception>
    public Task<McpToolList> ListToolsAsync(string agentName, CancellationToken cancellationToken = default) =>
        InvokeAsync(agentName, "tools/list", null, _operations.TypeOf<McpToolList>(), Transfer.Async, cancellationToken).AsTask();

    /// <inheritdoc cref="ListToolsAsync"/>
    public McpToolList ListTools(string agentName, CancellationToken cancellationToken = default) =>
        Transfer.Finish(InvokeAsync(agentName, "tools/list", null, _operations.TypeOf<McpToolList>(), Transfer.Blocking, cancellationToken));

    /// <summary>Calls a tool.</summary>
    /// <param name="agentName">The agent that offers it.</param>
    /// <param name="tool">The tool.</param>
    /// <param name="arguments">What it is given; <see langword="null"/> for nothing.</param>
    /// <param name="cancellationToken">Gives the call up; the tool may do its work all the same.</param>
    /// <returns>The answer. <see cref="McpToolResult.IsError"/> tells whether the tool says that it failed.</returns>
    /// <exception cref="ArgumentException">A name is blank.</exception>
    /// <exception cref="AkshiNotFoundException">There is no such agent, or it offers no tools.</exception>
    /// <exception cref="AkshiMcpException">The agent's server answered with an error, such as that it has no such tool.</exception>
    /// <exception cref="AkshiException">The call failed.</exception>
    public Task<McpToolResult> CallToolAsync(
        string agentName, string tool, JsonObject? arguments = null, CancellationToken cancellationToken = default) =>
        InvokeAsync(agentName, "tools/call", Calling(tool, arguments), _operations.TypeOf<McpToolResult>(), Transfer.Async, cancellationToken).AsTask();

    /// <inheritdoc cref="CallToolAsync"/>
    public McpToolResult CallTool(string agentName, string tool, JsonObject? arguments = null, CancellationToken cancellationToken = default) =>
        Transfer.Finish(
            InvokeAsync(agentName, "tools/call", Calling(tool, arguments), _operations.TypeOf<McpToolResult>(), Transfer.Blocking, cancellationToken));

    /// <summary>Calls any method of the protocol.</summary>
    /// <param name="agentName">The agent.</param>
    /// <param name="method">The method, such as <c>ping</c>.</param>
    /// <param name="parameters">Its parameters; <see langword="null"/> for none.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <returns>The result: any JSON.</returns>
    /// <exception cref="ArgumentException">A name is blank.</exception>
    /// <exception cref="AkshiNotFoundException">There is no such agent, or it offers no tools.</exception>
    /// <exception cref="AkshiMcpException">The agent's server answered with an error.</exception>
    /// <exception cref="AkshiException">The call failed.</exception>
    public Task<JsonElement> RequestAsync(
        string agentName, string method, JsonObject? parameters = null, CancellationToken cancellationToken = default) =>
        InvokeAsync(agentName, method, Copy(parameters), _operations.TypeOf<JsonElement>(), Transfer.Async, cancellationToken).AsTask();

    /// <inheritdoc cref="RequestAsync"/>
    public JsonElement Request(string agentName, string method, JsonObject? parameters = null, CancellationToken cancellationToken = default) =>
        Transfer.Finish(InvokeAsync(agentName, method, Copy(parameters), _operations.TypeOf<JsonElement>(), Transfer.Blocking, cancellationToken));

    private static JsonObject Calling(string tool, JsonObject? arguments)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(tool);
        return new() { ["name"] = tool, ["arguments"] = Copy(arguments) ?? [] };
    }

    // A node has one parent, and this one is the caller's.
    private static JsonObject? Copy(JsonObject? node) => (JsonObject?)node?.DeepClone();

    private async ValueTask<T> InvokeAsync<T>(
        string agentName, string method, JsonObject? parameters, JsonTypeInfo<T> type, Transfer transfer, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(method);
        var body = new McpBody(Interlocked.Increment(ref _lastId), method, parameters);
        var request = new ApiRequest<McpAnswer>(
            _call, RequestBody.From(body, AkshiJsonContext.Default.McpBody), Path: PathSegment.In(_call.Path, agentName));
        var answer = await _connection.SendAsync(request, transfer, cancellationToken).ConfigureAwait(false);
        return answer switch
        {
            { Error: { } error } => throw Failed(method, error, await RedactorAsync(transfer, cancellationToken).ConfigureAwait(false)),
            { Result: { } result } => Read(method, result, type),
            _ => throw Unexpected(method, "there is neither a result nor an error", null),
        };
    }

    /// <summary>What masks the token too: the answer of an agent can hold anything that the agent has seen.</summary>
    private async ValueTask<Redactor> RedactorAsync(Transfer transfer, CancellationToken cancellationToken)
    {
        var token = _token is null ? null : await transfer.GetTokenAsync(_token, cancellationToken).ConfigureAwait(false);
        return AkshiRedaction.For(token is null ? null : new Secret(token));
    }

    private static T Read<T>(string method, JsonElement result, JsonTypeInfo<T> type)
    {
        try
        {
            return result.Deserialize(type) ?? throw Unexpected(method, "the result is null", null);
        }
        catch (JsonException exception)
        {
            throw Unexpected(method, "the result is of another shape", exception);
        }
    }

    private static AkshiMcpException Failed(string method, McpError error, Redactor redactor) => new(
        $"{method} failed: the agent's MCP server answered with error {FailureText.Number(error.Code)}: " +
        FailureText.Sentence(redactor.Redact(error.Message ?? "")),
        error.Code,
        error.Data is { } data ? redactor.Redact(data) : null);

    private static AkshiProtocolException Unexpected(string method, string what, Exception? cause) =>
        new($"{method} failed: the answer is not what the contract says ({what}).", innerException: cause);
}
