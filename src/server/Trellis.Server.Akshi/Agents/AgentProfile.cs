namespace Trellis.Server.Akshi.Agents;

/// <summary>What others may know of an agent.</summary>
/// <param name="Name">Its name, unique in the runtime.</param>
/// <param name="Description">One line; empty for none.</param>
/// <param name="Capabilities">What it may do, by canonical names (contract, section 5.3).</param>
internal sealed record AgentProfile(string Name, string Description, IReadOnlySet<string> Capabilities);
