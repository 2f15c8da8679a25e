using System.Collections.Concurrent;
using Trellis.Server.Akshi.Approvals;

namespace Trellis.Server.Akshi.Tests.Support;

/// <summary>Answers as the test says and keeps the questions.</summary>
internal sealed class FakeApprovals : IAgentApprovals
{
    public ConcurrentQueue<(string Agent, string Capability, string Detail)> Asked { get; } = [];

    public Func<CancellationToken, Task<ApprovalAnswerKind>> Answer { get; set; } = static _ => Task.FromResult(ApprovalAnswerKind.Approved);

    public async ValueTask<ApprovalAnswerKind> AskAsync(string agent, string capability, string detail, TimeSpan timeout, CancellationToken cancellationToken)
    {
        Asked.Enqueue((agent, capability, detail));
        return await Answer(cancellationToken);
    }
}
