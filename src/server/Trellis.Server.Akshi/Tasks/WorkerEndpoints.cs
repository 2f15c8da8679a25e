using Trellis.Server.Akshi.Agents;
using Trellis.Server.Akshi.Errors;
using Trellis.Server.Akshi.Http;
using Trellis.Server.Kernel.Hosting;

namespace Trellis.Server.Akshi.Tasks;

/// <summary>
/// How a worker outside of the runtime does the tasks of an agent. The documentation has no such calls; the steps are those that agents of
/// the runtime take (contract, section 4.7).
/// </summary>
internal sealed class WorkerEndpoints(TaskBoard board, IAgentDirectory agents)
{
    private const int LongestError = 4096;

    /// <summary>Takes the oldest task that waits for an agent: <c>{"task":…}</c>, or null in its place when none waits.</summary>
    public async ValueTask<JsonAnswer> ClaimAsync(AkshiCall call)
    {
        var fields = call.Fields;
        var agent = fields.Text("agent");
        var errors = fields.Errors;
        if (!errors.IsEmpty)
            return AkshiErrors.Invalid(errors);
        if (agents.Find(agent) is null)
            return AkshiErrors.NotFound("There is no agent of this name.", ErrorCodes.AgentNotFound);

        var task = await board.ClaimAsync(agent, call.Caller.ActorId, call.Origin, call.Aborted);
        return Answer.Ok(json =>
        {
            json.WritePropertyName("task"u8);
            if (task is null)
                json.WriteNullValue();
            else
                task.Write(json);
        });
    }

    /// <summary>Takes one task.</summary>
    public async ValueTask<JsonAnswer> StartAsync(AkshiCall call) =>
        AnswerOf(await board.StartAsync(call.Route("id"), call.Caller.ActorId, call.Origin, call.Aborted));

    /// <summary>Says how far it is: any JSON as <c>progress</c>.</summary>
    public ValueTask<JsonAnswer> ProgressAsync(AkshiCall call) => MoveAsync(call, "progress", board.ProgressAsync);

    /// <summary>Ends it: any JSON as <c>output</c>.</summary>
    public ValueTask<JsonAnswer> CompleteAsync(AkshiCall call) => MoveAsync(call, "output", board.CompleteAsync);

    /// <summary>Ends it with a reason as <c>error</c>.</summary>
    public async ValueTask<JsonAnswer> FailAsync(AkshiCall call)
    {
        var fields = call.Fields;
        var error = fields.Text("error", LongestError);
        var errors = fields.Errors;
        return errors.IsEmpty
            ? AnswerOf(await board.FailAsync(call.Route("id"), error, call.Caller.ActorId, call.Origin, call.Aborted))
            : AkshiErrors.Invalid(errors);
    }

    private static async ValueTask<JsonAnswer> MoveAsync(
        AkshiCall call, string member, Func<string, string, string, RequestOrigin?, CancellationToken, ValueTask<TaskMove>> move)
    {
        var fields = call.Fields;
        var value = fields.Value(member);
        var errors = fields.Errors;
        return errors.IsEmpty
            ? AnswerOf(await move(call.Route("id"), TaskJson.Of(value), call.Caller.ActorId, call.Origin, call.Aborted))
            : AkshiErrors.Invalid(errors);
    }

    private static JsonAnswer AnswerOf(TaskMove move) => move switch
    {
        { Task: null } => AkshiErrors.NotFound("There is no task with this id."),
        { IsDone: false, Task: { } task } => AkshiErrors.Conflict($"The task is {task.Status}: this step is not open to it."),
        { Task: { } task } => new TaskAnswer(task),
    };
}
