using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Ascend.Risk;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Requests;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Models;

/// <summary>The endpoints of the model registry.</summary>
internal sealed class ModelEndpoints(IStore store, ModelChange changes)
{
    private const int DefaultLimit = 100;
    private const int MostLimit = 1000;

    /// <summary>The models of the organisation.</summary>
    public async ValueTask<JsonAnswer> ListAsync(AscendCall call)
    {
        var query = new QueryFields(call.Http.Request);
        var page = Page.Read(query, DefaultLimit, MostLimit);
        var filter = new ModelFilter(
            query.Text("environment")?.ToLowerInvariant(),
            query.Word("risk_level", RiskLevelWords.All),
            query.Boolean("deprecated"));
        if (!query.Errors.IsEmpty)
            return AscendErrors.Invalid(query.Errors);

        var (models, total) = await store.ReadAsync(
            async session => (
                await ModelTable.ListAsync(session, call.OrganisationId, filter, page),
                await ModelTable.CountAsync(session, call.OrganisationId, filter)),
            call.Aborted);
        return PagedAnswer.Of("models", models, ModelJson.WriteMembers, total, page);
    }

    /// <summary>One model.</summary>
    public async ValueTask<JsonAnswer> GetAsync(AscendCall call)
    {
        var model = await store.ReadAsync(session => ModelTable.FindAsync(session, call.OrganisationId, call.Route("model_id")), call.Aborted);
        return model is null ? AscendErrors.NotFound("The model") : Answer.Ok(json => ModelJson.WriteMembers(json, model));
    }

    /// <summary>Registers a model.</summary>
    public async ValueTask<JsonAnswer> AddAsync(AscendCall call)
    {
        var (model, refusal) = ModelRequest.Read(call);
        return model is null ? refusal! : await changes.AddAsync(call, model);
    }

    /// <summary>Changes a model.</summary>
    public ValueTask<JsonAnswer> UpdateAsync(AscendCall call) =>
        changes.RunAsync(call, "updated", model => ModelRequest.Read(call, model));

    /// <summary>Takes a model out of the registry.</summary>
    public ValueTask<JsonAnswer> RemoveAsync(AscendCall call) => changes.RemoveAsync(call);

    /// <summary>Approves a model for regimes. The one who does is a person: what a program registers, a program does not approve.</summary>
    public async ValueTask<JsonAnswer> ApproveAsync(AscendCall call)
    {
        if (!call.Caller.IsAdmin)
            return AscendErrors.Forbidden("Only an administrator or manager approves models.");
        var (frameworks, comments, refusal) = ModelRequest.ReadApproval(call);
        if (frameworks is null)
            return refusal!;

        return await changes.RunAsync(call, "approved", model => Approve(call, model, frameworks, comments), string.Join(", ", frameworks));
    }

    /// <summary>What happened to a model.</summary>
    public async ValueTask<JsonAnswer> HistoryAsync(AscendCall call)
    {
        var (model, entries) = await store.ReadAsync(
            async session => await ModelTable.FindAsync(session, call.OrganisationId, call.Route("model_id")) is { } found
                ? (found, await ModelHistoryTable.ListAsync(session, call.OrganisationId, found.Number))
                : ((RegisteredModel?)null, []),
            call.Aborted);
        if (model is null)
            return AscendErrors.NotFound("The model");

        return Answer.Ok(json =>
        {
            json.WriteNumber("id"u8, model.Number);
            json.WriteString("model_id"u8, model.ModelId);
            json.WriteString("status"u8, model.Status);
            json.WriteStartArray("history"u8);
            foreach (var entry in entries)
            {
                json.WriteStartObject();
                ModelJson.WriteMembers(json, entry);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    /// <summary>How many models there are of each kind.</summary>
    public async ValueTask<JsonAnswer> StatisticsAsync(AscendCall call)
    {
        var all = new Page(int.MaxValue, 0);
        var models = await store.ReadAsync(session => ModelTable.ListAsync(session, call.OrganisationId, default, all), call.Aborted);
        return Answer.Ok(json =>
        {
            json.WriteNumber("total"u8, models.Count);
            json.WriteCounts("by_status"u8, models, static model => model.Status);
            json.WriteCounts("by_risk_level"u8, models, static model => model.RiskLevel);
            json.WriteCounts("by_environment"u8, models, static model => model.Environment);
            json.WriteCounts("by_data_classification"u8, models, static model => model.DataClassification);
        });
    }

    private static (RegisteredModel? Model, AscendError? Refusal) Approve(
        AscendCall call, RegisteredModel model, IReadOnlyList<string> frameworks, string? comments)
    {
        if (model.IsDeprecated)
            return (null, AscendErrors.Conflict("The model is deprecated; it cannot be approved."));

        var approvals = model.Approvals.Where(approval => !frameworks.Contains(approval.Framework)).ToList();
        approvals.AddRange(frameworks.Select(framework => new ModelApproval(framework, call.Caller.ActorId, call.At, comments)));
        return (model with { Approvals = approvals, UpdatedAt = call.At }, null);
    }
}
