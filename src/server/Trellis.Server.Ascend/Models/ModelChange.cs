using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Governance;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Models;

/// <summary>How every change of a model is kept: with its history, its mark and its audit record, in one transaction.</summary>
internal sealed class ModelChange(IStore store, CallWrites writes, IAuditLog audit)
{
    /// <summary>Adds a model.</summary>
    public ValueTask<JsonAnswer> AddAsync(AscendCall call, RegisteredModel given) => writes.RunAsync(
        call,
        async session =>
        {
            var model = given with { Number = await RegistryNumbers.NextAsync(session, call.OrganisationId, "models") };
            if (!await ModelTable.TryAddAsync(session, call.OrganisationId, model))
                return AscendErrors.Conflict("A model of this id is registered already.");

            await RememberAsync(session, call, model, "registered", detail: null);
            return ModelJson.Created(model);
        });

    /// <summary>Changes the model that the path names.</summary>
    /// <param name="call">The request.</param>
    /// <param name="event">What happens, for the history.</param>
    /// <param name="change">Says what the model becomes, or why not.</param>
    /// <param name="detail">More for the history.</param>
    public ValueTask<JsonAnswer> RunAsync(
        AscendCall call, string @event, Func<RegisteredModel, (RegisteredModel? Model, AscendError? Refusal)> change, string? detail = null) =>
        store.WriteAsync<JsonAnswer>(
            async session =>
            {
                if (await FindForUpdateAsync(session, call) is not { } model)
                    return AscendErrors.NotFound("The model");
                var (changed, refusal) = change(model);
                if (changed is null)
                    return refusal!;

                await ModelTable.UpdateAsync(session, call.OrganisationId, changed);
                await RememberAsync(session, call, changed, @event, detail);
                return ModelJson.Changed(changed, $"The model is {@event}.");
            },
            call.Aborted);

    /// <summary>Removes the model that the path names, with its history; the audit trail keeps it.</summary>
    public ValueTask<JsonAnswer> RemoveAsync(AscendCall call) => store.WriteAsync<JsonAnswer>(
        async session =>
        {
            if (await FindForUpdateAsync(session, call) is not { } model)
                return AscendErrors.NotFound("The model");

            await ModelTable.RemoveAsync(session, call.OrganisationId, model.Number);
            await GovernanceVersions.MarkRegistryAsync(session, call.OrganisationId);
            await audit.AppendAsync(session, EventOf(call, model, "removed", detail: null));
            return Answer.Ok(json =>
            {
                json.WriteBoolean("success"u8, true);
                json.WriteNumber("id"u8, model.Number);
                json.WriteString("model_id"u8, model.ModelId);
                json.WriteString("message"u8, "The model is no longer registered."u8);
            });
        },
        call.Aborted);

    private static ValueTask<RegisteredModel?> FindForUpdateAsync(ISqlSession session, AscendCall call) =>
        ModelTable.FindAsync(session, call.OrganisationId, call.Route("model_id"), session.Dialect.ForUpdate);

    private async ValueTask RememberAsync(ISqlSession session, AscendCall call, RegisteredModel model, string @event, string? detail)
    {
        await ModelHistoryTable.AddAsync(
            session, call.OrganisationId, model.Number, new ModelHistoryEntry(0, call.At, call.Caller.ActorId, @event, model.Status, detail));
        await GovernanceVersions.MarkRegistryAsync(session, call.OrganisationId);
        await audit.AppendAsync(session, EventOf(call, model, @event, detail));
    }

    private static AuditEvent EventOf(AscendCall call, RegisteredModel model, string @event, string? detail) =>
        RegistryEvent.Of(call, $"model_{@event}", @event, ("model", model.ModelId), json =>
        {
            json.WriteNumber("id"u8, model.Number);
            json.WriteString("version"u8, model.Version);
            json.WriteString("status"u8, model.Status);
            json.WriteString("detail"u8, detail);
        });
}
