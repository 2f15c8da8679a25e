using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Ascend.Risk;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Json;
using Trellis.Server.Kernel.Requests;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.SupplyChain;

/// <summary>What is known of the supply chain.</summary>
internal sealed class ComponentEndpoints(IStore store)
{
    private const int DefaultLimit = 100;
    private const int MostLimit = 1000;

    /// <summary>The components; only those in use unless <c>active_only</c> is false.</summary>
    public async ValueTask<JsonAnswer> ListAsync(AscendCall call)
    {
        var query = new QueryFields(call.Http.Request);
        var page = Page.Read(query, DefaultLimit, MostLimit);
        var filter = new ComponentFilter(
            query.Text("component_type"),
            query.Word("risk_level", RiskLevelWords.All),
            query.Boolean("has_vulnerabilities"),
            query.Boolean("active_only") == false ? null : true);
        if (!query.Errors.IsEmpty)
            return AscendErrors.Invalid(query.Errors);

        var (items, total) = await store.ReadAsync(
            async session => (
                await ComponentTable.ListAsync(session, call.OrganisationId, filter, page),
                await ComponentTable.CountAsync(session, call.OrganisationId, filter)),
            call.Aborted);
        return PagedAnswer.Of("components", items, ComponentJson.WriteMembers, total, page);
    }

    /// <summary>How many components there are of each kind.</summary>
    public async ValueTask<JsonAnswer> StatisticsAsync(AscendCall call)
    {
        var items = await AllAsync(call);
        return Answer.Ok(json =>
        {
            json.WriteNumber("total"u8, items.Count);
            json.WriteNumber("active"u8, items.Count(static item => item.IsActive));
            json.WriteNumber("with_vulnerabilities"u8, items.Count(static item => item.Description.Vulnerabilities.Count > 0));
            json.WriteNumber("provenance_verified"u8, items.Count(static item => item.Description.ProvenanceVerified));
            json.WriteNumber("outdated"u8, items.Count(static item => IsOutdated(item.Description)));
            json.WriteCounts("by_type"u8, items, static item => item.Type);
            json.WriteCounts("by_risk_level"u8, items, static item => item.RiskLevel);
            json.WriteCounts(
                "vulnerabilities_by_severity"u8, items.SelectMany(static item => item.Description.Vulnerabilities), static each => each.Severity);
        });
    }

    /// <summary>What depends on a component.</summary>
    public async ValueTask<JsonAnswer> ImpactAsync(AscendCall call)
    {
        if (call.RouteId() is not { } number)
            return AscendErrors.NotFound("The component");

        var (item, onModel) = await store.ReadAsync(
            async session => await ComponentTable.FindAsync(session, call.OrganisationId, number) is { } found
                ? (found, await ComponentTable.AgentsOnModelAsync(session, call.OrganisationId, found.ComponentId))
                : ((Component?)null, []),
            call.Aborted);
        if (item is null)
            return AscendErrors.NotFound("The component");

        var agents = item.Description.DependentAgents.Union(onModel, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        return Answer.Ok(json =>
        {
            json.WriteStartObject("component"u8);
            ComponentJson.WriteMembers(json, item);
            json.WriteEndObject();
            json.WriteTexts("affected_agents"u8, agents);
            json.WriteNumber("affected_agent_count"u8, agents.Length);
            json.WriteString("impact_level"u8, agents.Length == 0 ? "low" : item.RiskLevel);
        });
    }

    /// <summary>How components come in: by their registration, since nothing is fetched from elsewhere.</summary>
    public async ValueTask<JsonAnswer> SyncStatusAsync(AscendCall call)
    {
        var items = await AllAsync(call);
        return Answer.Ok(json =>
        {
            json.WriteString("status"u8, "idle"u8);
            json.WriteString("source"u8, "registration"u8);
            json.WriteBoolean("automatic"u8, false);
            json.WriteNumber("components"u8, items.Count);
            json.WriteTime("last_sync_at"u8, items.Count == 0 ? null : items.Max(static item => item.UpdatedAt));
        });
    }

    private static bool IsOutdated(ComponentDescription item) =>
        item is { Version: { } version, LatestVersion: { } latest } && version != latest;

    private ValueTask<IReadOnlyList<Component>> AllAsync(AscendCall call) =>
        store.ReadAsync(session => ComponentTable.ListAsync(session, call.OrganisationId, default, new Page(int.MaxValue, 0)), call.Aborted);
}
