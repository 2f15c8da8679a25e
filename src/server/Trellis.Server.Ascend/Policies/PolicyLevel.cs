namespace Trellis.Server.Ascend.Policies;

/// <summary>Whom a policy is about. The order is the one in which policies are read.</summary>
internal enum PolicyLevel
{
    /// <summary>Every agent of the organisation.</summary>
    Organisation,

    /// <summary>The agents of one type.</summary>
    AgentType,

    /// <summary>One agent.</summary>
    Agent,
}
