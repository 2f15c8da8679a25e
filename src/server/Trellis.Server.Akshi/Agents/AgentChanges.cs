namespace Trellis.Server.Akshi.Agents;

/// <summary>What an exchange of the agents has done, by their names.</summary>
/// <param name="Reloaded">Those that are others now, or were started anew.</param>
/// <param name="Unchanged">Those that were not touched.</param>
/// <param name="Added">Those that are new.</param>
/// <param name="Removed">Those that are gone.</param>
internal sealed record AgentChanges(
    IReadOnlyList<string> Reloaded, IReadOnlyList<string> Unchanged, IReadOnlyList<string> Added, IReadOnlyList<string> Removed);
