using System.Text.Json;

namespace Trellis.Akshi;

/// <summary>
/// The call reached the agent's MCP server, which answered with an error of JSON-RPC inside of an HTTP success. Contract section 2.12. What
/// a tool itself reports as its failure is no error: it is <see cref="McpToolResult.IsError"/>.
/// </summary>
public sealed class AkshiMcpException : AkshiException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened and what to do next.</param>
    /// <param name="code">The code of JSON-RPC.</param>
    /// <param name="errorData">What the server says about it, masked.</param>
    public AkshiMcpException(string message, int code, JsonElement? errorData = null)
        : base(message, null, null) => (Code, ErrorData) = (code, errorData);

    /// <summary>
    /// The code of JSON-RPC: -32700 no JSON, -32600 an invalid request, -32601 no such method, -32602 bad parameters, -32603 an error
    /// inside of the server.
    /// </summary>
    public int Code { get; }

    /// <summary>What the server says about it, masked; <see langword="null"/> when it says nothing more.</summary>
    public JsonElement? ErrorData { get; }
}
