using Trellis.Server.Kernel.Approvals;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Tests.Approvals;

/// <summary>A platform that writes down what it is told, in the transaction in which it is told, and fails when it is asked to.</summary>
internal sealed class RecordingObserver : IApprovalObserver
{
    public static readonly Migration Schema =
        new("test", 1, "what the platform was told", "CREATE TABLE told (approval_id text NOT NULL, event text NOT NULL)");

    public string Platform => "ascend";

    public string? FailsFor { get; set; }

    public ValueTask OnExpiredAsync(ISqlSession session, Approval approval) => TellAsync(session, approval, $"expired in {approval.Stage.Name}");

    public ValueTask OnEscalatedAsync(ISqlSession session, Approval approval) => TellAsync(session, approval, $"escalated in {approval.Stage.Name}");

    private async ValueTask TellAsync(ISqlSession session, Approval approval, string what)
    {
        await session.ExecuteAsync($"INSERT INTO told (approval_id, event) VALUES ({approval.Id}, {what})");
        if (approval.SubjectId == FailsFor)
            throw new InvalidOperationException("The platform has a defect.");
    }
}
