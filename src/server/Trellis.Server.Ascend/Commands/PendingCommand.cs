namespace Trellis.Server.Ascend.Commands;

/// <summary>A command that an agent has not acknowledged.</summary>
/// <param name="Command">The command.</param>
/// <param name="WasDelivered">Whether the agent has seen it before.</param>
internal sealed record PendingCommand(AgentCommand Command, bool WasDelivered);
