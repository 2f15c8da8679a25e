using Trellis.Server.Akshi.Agents;
using Trellis.Server.Akshi.Errors;
using Trellis.Server.Akshi.Http;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Json;
using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Akshi.Tasks;

/// <summary>Tasks between agents (contract, section 2.8).</summary>
internal sealed class TasksEndpoints(TaskBoard board, IAgentDirectory agents)
{
    private const string Capability = "a2a";
    private const int DefaultLimit = 100;
    private const int MostTasks = 1000;

    /// <summary>GET on the collection.</summary>
    public async ValueTask<JsonAnswer> ListAsync(AkshiCall call)
    {
        var (status, limit, errors) = ReadFilter(call);
        if (!errors.IsEmpty)
            return AkshiErrors.Invalid(errors);

        var tasks = await board.ListAsync(status, call.Query("agent"), limit, call.Aborted);
        return Answer.Ok(json =>
        {
            json.WriteStartArray("tasks"u8);
            foreach (var task in tasks)
                task.Write(json);
            json.WriteEndArray();
        });
    }

    /// <summary>GET on one task.</summary>
    public async ValueTask<JsonAnswer> FindAsync(AkshiCall call) =>
        await board.FindAsync(call.Route("id"), call.Aborted) is { } task ? new TaskAnswer(task) : Unknown();

    /// <summary>POST on the collection.</summary>
    public async ValueTask<JsonAnswer> CreateAsync(AkshiCall call)
    {
        var fields = call.Fields;
        var from = fields.OptionalText("from");
        var to = fields.Text("to");
        var input = fields.Value("input");
        var errors = fields.Errors;
        if (!errors.IsEmpty)
            return AkshiErrors.Invalid(errors);
        if (agents.Find(to) is not { } agent)
            return UnknownAgent();
        if (!agent.Capabilities.Contains(Capability))
            return AkshiErrors.Forbidden("The agent takes no tasks: it does not have the capability 'a2a'.", ErrorCodes.CapabilityDenied);

        var task = await board.CreateAsync(
            from is { Length: > 0 } ? from : call.Caller.ActorId, to, TaskJson.Of(input), call.Caller.ActorId, call.Origin, call.Aborted);
        return Answer.Created(json =>
        {
            json.WriteString("id"u8, task.Id);
            json.WriteString("status"u8, task.Status);
            json.WriteTime("created_at"u8, task.CreatedAt);
        });
    }

    private static (string? Status, int Limit, FieldErrors Errors) ReadFilter(AkshiCall call)
    {
        var limit = CursorQuery.Read(call.Http.Request, DefaultLimit, out var errors).Limit;
        var status = call.Query("status");
        if (status is not null && !TaskStatusWords.All.Contains(status, StringComparer.Ordinal))
            errors.Add("status", $"must be one of {string.Join(", ", TaskStatusWords.All)}");
        return (status, Math.Min(limit, MostTasks), errors);
    }

    private static AkshiError Unknown() => AkshiErrors.NotFound("There is no task with this id.");

    private static AkshiError UnknownAgent() => AkshiErrors.NotFound("There is no agent of this name.", ErrorCodes.AgentNotFound);
}
