using Trellis.Server.Akshi.Agents;

namespace Trellis.Server.Akshi.Reload;

/// <summary>What a reload has done (contract, section 2.9).</summary>
/// <param name="Agents">What became of the agents.</param>
/// <param name="RequiresRestart">The keys that changed and hold from the next start on.</param>
internal sealed record ReloadResult(AgentChanges Agents, IReadOnlyList<string> RequiresRestart);
