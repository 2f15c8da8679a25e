namespace Trellis.Server.Akshi.Mcp;

/// <summary>An error of JSON-RPC 2.0, section 5.1.</summary>
/// <param name="Code">The code.</param>
/// <param name="Message">One sentence.</param>
internal sealed record JsonRpcError(int Code, string Message)
{
    public static JsonRpcError Parse { get; } = new(-32700, "The body is not valid JSON.");

    public static JsonRpcError InvalidRequest { get; } =
        new(-32600, "The body is no JSON-RPC 2.0 request: send an object with 'jsonrpc', 'id', 'method' and perhaps 'params'.");

    public static JsonRpcError MethodNotFound { get; } = new(-32601, "There is no such method: there are initialize, ping, tools/list and tools/call.");

    public static JsonRpcError Internal { get; } = new(-32603, "The tool failed.");

    public static JsonRpcError InvalidParams(string message) => new(-32602, message);
}
