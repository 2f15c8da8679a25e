namespace Trellis.Server.Akshi.Mcp;

/// <summary>The arguments of a tool are wrong; the message says which and why.</summary>
internal sealed class ToolArgumentException(string message) : Exception(message);
