using System.Text.Json;

namespace Trellis.Server.Akshi.Mcp;

/// <summary>Something that an agent's MCP server can do for a caller. Registered as a service; every agent with MCP has it. Safe for concurrent use.</summary>
internal interface IAgentTool
{
    /// <summary>Its name.</summary>
    string Name { get; }

    /// <summary>What it does, in one sentence.</summary>
    string Description { get; }

    /// <summary>The JSON schema of its arguments, an object.</summary>
    string InputSchema { get; }

    /// <summary>Does it.</summary>
    /// <param name="agent">The agent whose server was asked.</param>
    /// <param name="arguments">The arguments, an object; undefined when none were given.</param>
    /// <param name="cancellationToken">The caller has hung up.</param>
    /// <returns>A text for the caller.</returns>
    /// <exception cref="ToolArgumentException">The arguments are wrong.</exception>
    ValueTask<string> CallAsync(string agent, JsonElement arguments, CancellationToken cancellationToken);
}
