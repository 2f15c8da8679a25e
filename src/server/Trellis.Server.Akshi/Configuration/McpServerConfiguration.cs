namespace Trellis.Server.Akshi.Configuration;

/// <summary>An MCP server that an agent may call over standard input and output.</summary>
/// <param name="Name">Its name, unique in the agent.</param>
/// <param name="Argv">The program and its arguments.</param>
internal sealed record McpServerConfiguration(string Name, IReadOnlyList<string> Argv);
