namespace Trellis.Server.Akshi.Approvals;

/// <summary>Where an agent asks a person (contract, section 4.6). Safe for concurrent use.</summary>
internal interface IAgentApprovals
{
    /// <summary>Asks, and waits until a person has decided or the time is up.</summary>
    /// <param name="agent">Who asks.</param>
    /// <param name="capability">For what, by its canonical name.</param>
    /// <param name="detail">The exact action, for the person to read; cut at 4 KiB.</param>
    /// <param name="timeout">How long to wait.</param>
    /// <param name="cancellationToken">The agent is stopped: the request is resolved as expired.</param>
    ValueTask<ApprovalAnswerKind> AskAsync(
        string agent, string capability, string detail, TimeSpan timeout, CancellationToken cancellationToken);
}
