using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Trellis.Server.Akshi.Agents;
using Trellis.Server.Akshi.Errors;
using Trellis.Server.Akshi.Health;
using Trellis.Server.Akshi.Http;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Akshi.Mcp;

/// <summary>Each agent with the capability <c>mcp</c> as an MCP server (contract, section 2.12).</summary>
/// <seealso href="https://modelcontextprotocol.io/specification/2025-06-18/server/tools">Tools</seealso>
internal sealed class McpEndpoint(IAgentDirectory agents, IEnumerable<IAgentTool> tools, ILogger<McpEndpoint> logger)
{
    private const string Capability = "mcp";
    private const string NewestProtocol = "2025-06-18";

    private static readonly string[] Protocols = ["2024-11-05", "2025-03-26", NewestProtocol];
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private readonly IAgentTool[] _tools = [.. tools.OrderBy(static tool => tool.Name, StringComparer.Ordinal)];

    /// <summary>POST: one request.</summary>
    public async ValueTask<JsonAnswer> CallAsync(AkshiCall call)
    {
        if (agents.Find(call.Route("agent_name")) is not { } agent || !agent.Capabilities.Contains(Capability))
            return AkshiErrors.NotFound("There is no agent of this name with an MCP server.", ErrorCodes.AgentNotFound);

        using var body = await RequestBody.ReadAsync(call.Http, static bytes => TryParse(bytes));
        if (body is null)
            return new JsonRpcAnswer(null, JsonRpcError.Parse);
        if (Read(body.RootElement) is not { } request)
            return new JsonRpcAnswer(null, JsonRpcError.InvalidRequest);
        if (request.Id is not null)
            return await AnswerAsync(agent.Name, request.Id, request.Method, request.Params, call.Aborted);

        // A notification is not answered; there is none that would change anything here.
        call.Http.Response.StatusCode = StatusCodes.Status202Accepted;
        return Answer.Sent;
    }

    private static JsonDocument? TryParse(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonDocument.Parse(bytes.ToArray(), Strict);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static (string? Id, string Method, JsonElement Params)? Read(JsonElement request)
    {
        if (request.ValueKind is not JsonValueKind.Object
            || !request.TryGetProperty("jsonrpc", out var version)
            || version.ValueKind is not JsonValueKind.String
            || !version.ValueEquals("2.0"u8)
            || !request.TryGetProperty("method", out var method)
            || method.ValueKind is not JsonValueKind.String)
        {
            return null;
        }

        var hasId = request.TryGetProperty("id", out var id);
        if (hasId && id.ValueKind is not (JsonValueKind.String or JsonValueKind.Number))
            return null;

        return (hasId ? id.GetRawText() : null, method.GetRawText().Trim('"'), request.TryGetProperty("params", out var parameters) ? parameters : default);
    }

    private async ValueTask<JsonAnswer> AnswerAsync(string agent, string id, string method, JsonElement parameters, CancellationToken cancellationToken)
    {
        switch (method)
        {
            case "initialize":
                // Read now: when the answer is written the request's memory is gone.
                var protocol = ProtocolOf(parameters);
                return new JsonRpcAnswer(id, null, json => WriteServer(json, agent, protocol));
            case "ping":
                return new JsonRpcAnswer(id, null);
            case "tools/list":
                return new JsonRpcAnswer(id, null, WriteTools);
            case "tools/call":
                return await CallToolAsync(agent, id, parameters, cancellationToken);
            default:
                return new JsonRpcAnswer(id, JsonRpcError.MethodNotFound);
        }
    }

    private async ValueTask<JsonAnswer> CallToolAsync(string agent, string id, JsonElement parameters, CancellationToken cancellationToken)
    {
        if (parameters.ValueKind is not JsonValueKind.Object
            || !parameters.TryGetProperty("name", out var name)
            || name.ValueKind is not JsonValueKind.String)
        {
            return new JsonRpcAnswer(id, JsonRpcError.InvalidParams("'params.name' must be the name of a tool."));
        }

        if (Array.Find(_tools, tool => name.ValueEquals(tool.Name)) is not { } tool)
            return new JsonRpcAnswer(id, JsonRpcError.InvalidParams("There is no tool of this name."));

        var hasArguments = parameters.TryGetProperty("arguments", out var arguments);
        if (hasArguments && arguments.ValueKind is not JsonValueKind.Object)
            return new JsonRpcAnswer(id, JsonRpcError.InvalidParams("'params.arguments' must be an object."));

        try
        {
            var text = await tool.CallAsync(agent, arguments, cancellationToken);
            return new JsonRpcAnswer(id, null, json => WriteText(json, text));
        }
        catch (ToolArgumentException error)
        {
            return new JsonRpcAnswer(id, JsonRpcError.InvalidParams(error.Message));
        }
        catch (StoreException error)
        {
            McpLog.ToolFailed(logger, tool.Name, error);
            return new JsonRpcAnswer(id, JsonRpcError.Internal);
        }
    }

    private static string ProtocolOf(JsonElement parameters) =>
        parameters.ValueKind is JsonValueKind.Object
        && parameters.TryGetProperty("protocolVersion", out var wanted)
        && wanted.ValueKind is JsonValueKind.String
        && Array.Find(Protocols, known => wanted.ValueEquals(known)) is { } agreed
            ? agreed
            : NewestProtocol;

    private static void WriteServer(Utf8JsonWriter json, string agent, string protocol)
    {
        json.WriteString("protocolVersion"u8, protocol);
        json.WriteStartObject("capabilities"u8);
        json.WriteStartObject("tools"u8);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartObject("serverInfo"u8);
        json.WriteString("name"u8, agent);
        json.WriteString("version"u8, RuntimeVersion.Text);
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string text)
    {
        json.WriteStartArray("content"u8);
        json.WriteStartObject();
        json.WriteString("type"u8, "text"u8);
        json.WriteString("text"u8, text);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private void WriteTools(Utf8JsonWriter json)
    {
        json.WriteStartArray("tools"u8);
        foreach (var tool in _tools)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, tool.Name);
            json.WriteString("description"u8, tool.Description);
            json.WritePropertyName("inputSchema"u8);
            json.WriteRawValue(tool.InputSchema);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
