namespace Trellis.Server.Console.Agents;

/// <summary>What the page of an agent shows.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Registered">What ASCEND knows; null when it is not registered there.</param>
/// <param name="Health">What ASCEND has heard of it.</param>
/// <param name="Running">What Akshi knows; null when it does not run there.</param>
/// <param name="Log">The last lines of its log, the newest first.</param>
/// <param name="Findings">Its last findings, the newest first.</param>
internal sealed record AgentModel(
    string Name,
    RegisteredAgent? Registered,
    AgentHealth? Health,
    RuntimeAgent? Running,
    IReadOnlyList<LogLine> Log,
    IReadOnlyList<AgentFinding> Findings);
