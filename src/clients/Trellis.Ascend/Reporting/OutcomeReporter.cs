using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;

namespace Trellis.Ascend;

/// <summary>
/// Reports what became of actions. A report that does not arrive is logged and never fails the work that it is about. Contract section 2.5.
/// </summary>
internal sealed class OutcomeReporter(ApiConnection connection, AscendClientOptions options, AscendOperations operations, ILogger logger)
{
    public ValueTask<ActionLogEntry> CompletedAsync(
        string actionId, JsonObject? result, TimeSpan? duration, Transfer transfer, CancellationToken cancellationToken)
    {
        var path = PathSegment.In(operations.Complete.Path, actionId, "action_id");
        var body = OutcomeBody.Completed(actionId, result, duration, options.TimeProvider);
        return ReportAsync(actionId, Requests.Change(operations.Complete, path, body), transfer, cancellationToken);
    }

    public ValueTask<ActionLogEntry> FailedAsync(
        string actionId, JsonNode error, TimeSpan? duration, Transfer transfer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(error);
        var path = PathSegment.In(operations.Fail.Path, actionId, "action_id");
        var body = OutcomeBody.Failed(actionId, error, duration, options.TimeProvider);
        return ReportAsync(actionId, Requests.Change(operations.Fail, path, body), transfer, cancellationToken);
    }

    private async ValueTask<ActionLogEntry> ReportAsync(
        string actionId, ApiRequest<ActionLogEntry> request, Transfer transfer, CancellationToken cancellationToken)
    {
        // The server has never seen an action that was allowed without it.
        if (FailOpenDecision.Made(actionId))
        {
            return Locally(actionId, request, "The server does not know the action, since it could not be reached to evaluate it.", null);
        }

        try
        {
            return await connection.SendAsync(request, transfer, cancellationToken).ConfigureAwait(false);
        }
        catch (AscendException exception)
        {
            return Locally(actionId, request, exception.Message, exception);
        }
    }

    private ActionLogEntry Locally(string actionId, ApiRequest<ActionLogEntry> request, string error, AscendException? exception)
    {
        AscendLog.OutcomeNotReported(logger, request.Operation.Name, actionId, exception is null ? "FAIL_OPEN" : AscendLog.Describe(exception));
        return new() { ActionId = actionId, LoggedLocally = true, Error = error, Exception = exception };
    }
}
