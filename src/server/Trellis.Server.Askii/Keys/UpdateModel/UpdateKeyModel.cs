using Trellis.Server.Askii.Errors;
using Trellis.Server.Askii.Models;
using Trellis.Server.Askii.Platform;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Askii.Keys;

/// <summary><c>update-key-model</c>: changes which models a key of the caller opens.</summary>
internal sealed class UpdateKeyModel(IStore store, KeyLookup keys, ModelRules models, IAuditLog audit) : IPlatformOperation<UpdateKeyModelRequest>
{
    /// <inheritdoc/>
    public async ValueTask<JsonObjectAnswer> RunAsync(UpdateKeyModelRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var selection = ModelSelection.Of(request.Models);
        models.Check(selection, request.DefaultModel, request.Errors);
        return request.Errors.IsEmpty
            ? await store.WriteAsync(session => UpdateAsync(session, request, selection, caller), cancellationToken)
            : PlatformErrors.Invalid(request.Errors);
    }

    private async ValueTask<JsonObjectAnswer> UpdateAsync(
        ISqlSession session, UpdateKeyModelRequest request, ModelSelection selection, Caller caller)
    {
        if (await keys.FindForUpdateAsync(session, caller.Principal, request.Key) is not { } key)
            return PlatformErrors.KeyNotFound();

        var defaultModel = request.DefaultModel ?? (key.DefaultModel is { } set && selection.Contains(set) ? set : null);
        await KeyTable.SetModelsAsync(session, key.Id, selection, defaultModel);
        await audit.AppendAsync(session, KeyEvents.ModelsUpdated(key, selection, defaultModel, caller.Origin));
        return new UpdatedKey(key.Name, selection, defaultModel);
    }
}
