namespace Trellis.Server.Akshi.Agents;

/// <summary>Ends a tick for a reason that the status and the log tell.</summary>
/// <param name="problem">What follows.</param>
/// <param name="code">The documented code, such as <c>capability_denied</c>.</param>
/// <param name="detail">One sentence without a full stop, without secrets.</param>
internal sealed class AgentException(AgentProblem problem, string code, string detail) : Exception($"{code}: {detail}")
{
    /// <summary>What follows.</summary>
    public AgentProblem Problem => problem;

    /// <summary>The documented code.</summary>
    public string Code => code;
}
