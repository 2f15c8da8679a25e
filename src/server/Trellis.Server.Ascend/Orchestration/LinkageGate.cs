using Trellis.Server.Ascend.Errors;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Orchestration;

/// <summary>
/// Whether an action may stand where it says in an orchestration (contract, section 2.13). Asked within the transaction that keeps the
/// action.
/// </summary>
internal static class LinkageGate
{
    /// <summary>The deepest that an action may be.</summary>
    public const int Deepest = 5;

    /// <summary>Finds where an action stands. Another organisation's parent is one that does not exist.</summary>
    public static async ValueTask<Linkage> CheckAsync(ISqlSession session, long organisationId, string? sessionId, long? parentId, long? depth)
    {
        if (parentId is not { } id)
            return new Linkage(sessionId, depth, null);

        var found = await session.QueryFirstOrDefaultAsync(
            $"SELECT session_id, depth FROM ascend_actions WHERE organisation_id = {organisationId} AND id = {id}",
            static row => (SessionId: row.TextOrNull(0), Depth: row.IntegerOrNull(1), Exists: true));
        if (!found.Exists)
            return Refused(AscendErrors.Refused(ErrorCodes.OrchestrationParent, "The parent action was not found."));
        if (sessionId is not null && sessionId != found.SessionId)
            return Refused(AscendErrors.Refused(ErrorCodes.OrchestrationSession, "The parent action belongs to another session."));

        var level = depth ?? found.Depth + 1;
        return level > Deepest
            ? Refused(AscendErrors.Invalid("orchestration_depth", $"must be at most {Deepest}; the parent action is at the deepest level"))
            : new Linkage(sessionId ?? found.SessionId, level, null);
    }

    private static Linkage Refused(AscendError refusal) => new(null, null, refusal);
}
