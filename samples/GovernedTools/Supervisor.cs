using Trellis.Ascend;

namespace Trellis.Samples.GovernedTools;

/// <summary>Stands for a person at another desk: approves the first refund that needs a person, and rejects every later one.</summary>
internal sealed class Supervisor(AscendClient person, TextWriter output)
{
    private int _asked;

    /// <summary>Ends when everything that was decided has been told to the server.</summary>
    public Task Idle { get; private set; } = Task.CompletedTask;

    /// <summary>Is told that an action waits, and decides about it while the agent looks again and again.</summary>
    public void Decide(AuthorizationDecision decision)
    {
        output.WriteLine($"  waits for a person (action {decision.ActionId})");
        var approves = Interlocked.Increment(ref _asked) == 1;
        Idle = Task.WhenAll(Idle, TellAsync(decision.ActionId, approves));
    }

    private Task<ApprovalDecision> TellAsync(string actionId, bool approves) => approves
        ? person.Approvals.ApproveAsync(actionId, "the picture shows it")
        : person.Approvals.RejectAsync(actionId, "ask the carrier first");
}
