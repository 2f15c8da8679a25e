using System.Globalization;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Governance;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Json;
using Trellis.Server.Kernel.Requests;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Classifications;

/// <summary>The endpoints of classifications.</summary>
internal sealed class ClassificationEndpoints(IStore store, CallWrites writes, IAuditLog audit)
{
    private const string What = "The classification";
    private const int DefaultLimit = 100;
    private const int MostLimit = 1000;

    /// <summary>The classifications of the organisation, or those of a type.</summary>
    public async ValueTask<JsonAnswer> ListAsync(AscendCall call)
    {
        var query = new QueryFields(call.Http.Request);
        var page = Page.Read(query, DefaultLimit, MostLimit);
        var type = query.Text("resource_type");
        if (!query.Errors.IsEmpty)
            return AscendErrors.Invalid(query.Errors);

        var (items, total) = await store.ReadAsync(
            async session => (
                await ClassificationTable.ListAsync(session, call.OrganisationId, type, page),
                await ClassificationTable.CountAsync(session, call.OrganisationId, type)),
            call.Aborted);
        return PagedAnswer.Of("classifications", items, ClassificationJson.WriteMembers, total, page);
    }

    /// <summary>Classifies a resource.</summary>
    public async ValueTask<JsonAnswer> AddAsync(AscendCall call)
    {
        var (given, refusal) = ClassificationRequest.Read(call);
        return given is null ? refusal! : await writes.RunAsync(call, session => AddAsync(session, call, given));
    }

    /// <summary>Changes what a classification says.</summary>
    public async ValueTask<JsonAnswer> UpdateAsync(AscendCall call) =>
        call.RouteId() is { } number
            ? await store.WriteAsync(session => UpdateAsync(session, call, number), call.Aborted)
            : AscendErrors.NotFound(What);

    /// <summary>Takes a classification back.</summary>
    public async ValueTask<JsonAnswer> RemoveAsync(AscendCall call) =>
        call.RouteId() is { } number
            ? await store.WriteAsync(session => RemoveAsync(session, call, number), call.Aborted)
            : AscendErrors.NotFound(What);

    private async ValueTask<JsonAnswer> AddAsync(ISqlSession session, AscendCall call, Classification given)
    {
        var item = given with { Number = await RegistryNumbers.NextAsync(session, call.OrganisationId, "classifications") };
        if (!await ClassificationTable.TryAddAsync(session, call.OrganisationId, item))
            return AscendErrors.Conflict("The resource is classified already; change that classification.");

        await AuditAsync(session, call, "classify", item);
        return Answer.Created(json =>
        {
            json.WriteBoolean("success"u8, true);
            ClassificationJson.WriteMembers(json, item);
        });
    }

    private async ValueTask<JsonAnswer> UpdateAsync(ISqlSession session, AscendCall call, long number)
    {
        if (await ClassificationTable.FindForUpdateAsync(session, call.OrganisationId, number) is not { } item)
            return AscendErrors.NotFound(What);
        var (changed, refusal) = ClassificationRequest.Read(call, item);
        if (changed is null)
            return refusal!;

        await ClassificationTable.UpdateAsync(session, call.OrganisationId, changed);
        await AuditAsync(session, call, "reclassify", changed);
        return Answer.Ok(json =>
        {
            json.WriteBoolean("success"u8, true);
            ClassificationJson.WriteMembers(json, changed);
        });
    }

    private async ValueTask<JsonAnswer> RemoveAsync(ISqlSession session, AscendCall call, long number)
    {
        if (await ClassificationTable.FindForUpdateAsync(session, call.OrganisationId, number) is not { } item)
            return AscendErrors.NotFound(What);

        await ClassificationTable.RemoveAsync(session, call.OrganisationId, number);
        await AuditAsync(session, call, "declassify", item);
        return Answer.Ok(json =>
        {
            json.WriteBoolean("success"u8, true);
            json.WriteNumber("id"u8, number);
        });
    }

    private async ValueTask AuditAsync(ISqlSession session, AscendCall call, string action, Classification item)
    {
        var resource = ("resource_classification", item.Number.ToString(CultureInfo.InvariantCulture));
        await audit.AppendAsync(session, RegistryEvent.Of(call, "resource_classified", action, resource, json =>
        {
            json.WriteString("resource_type"u8, item.ResourceType);
            json.WriteString("resource_id"u8, item.ResourceId);
            json.WriteString("sensitivity_level"u8, item.SensitivityLevel);
            json.WriteTexts("compliance_tags"u8, item.ComplianceTags);
        }));
    }
}
