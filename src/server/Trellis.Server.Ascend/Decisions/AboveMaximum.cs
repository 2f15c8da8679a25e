namespace Trellis.Server.Ascend.Decisions;

/// <summary>What happens to an action whose risk reaches the agent's maximum.</summary>
internal enum AboveMaximum
{
    /// <summary>A person has to approve. The default.</summary>
    Approve,

    /// <summary>It is denied.</summary>
    Deny,
}
