using System.Globalization;
using Trellis.Server.Ascend.Alerts;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Governance;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Ascend.Requests;
using Trellis.Server.Ascend.Risk;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Requests;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.SupplyChain;

/// <summary>
/// Registers components. Registering one again changes what is given of it; each vulnerability that was not known of it before raises an
/// alert.
/// </summary>
internal sealed class RegisterComponent(IStore store, IAuditLog audit)
{
    /// <summary>Registers a component, or changes one.</summary>
    public async ValueTask<JsonAnswer> RegisterAsync(AscendCall call)
    {
        var fields = new Fields(call.Body);
        var componentId = fields.Text("component_id");
        return fields.Errors.IsEmpty
            ? await store.WriteAsync(session => RegisterAsync(session, call, componentId), call.Aborted)
            : Read(call, before: null).Refusal!;
    }

    private static (Component? Item, AscendError? Refusal) Read(AscendCall call, Component? before)
    {
        var fields = new Fields(call.Body);
        var item = new Component
        {
            Number = before?.Number ?? 0,
            ComponentId = fields.Text("component_id"),
            Type = before is null ? fields.Text("component_type", 100) : fields.OptionalText("component_type", 100, 1) ?? before.Type,
            RiskLevel = fields.OptionalWord("risk_level", RiskLevelWords.All) ?? before?.RiskLevel ?? "medium",
            IsActive = fields.OptionalBoolean("is_active") ?? before?.IsActive ?? true,
            Description = ComponentDescription.Read(fields, before?.Description),
            RegisteredBy = before?.RegisteredBy ?? call.Caller.ActorId,
            CreatedAt = before?.CreatedAt ?? call.At,
            UpdatedAt = call.At,
        };
        return fields.Errors.IsEmpty ? (item, null) : (null, AscendErrors.Invalid(fields.Errors));
    }

    private async ValueTask<JsonAnswer> RegisterAsync(ISqlSession session, AscendCall call, string componentId)
    {
        var before = await ComponentTable.FindForUpdateAsync(session, call.OrganisationId, componentId);
        var (item, refusal) = Read(call, before);
        if (item is null)
            return refusal!;

        if (before is not null)
        {
            await ComponentTable.UpdateAsync(session, call.OrganisationId, item);
        }
        else
        {
            item = item with { Number = await RegistryNumbers.NextAsync(session, call.OrganisationId, "components") };
            if (!await ComponentTable.TryAddAsync(session, call.OrganisationId, item))
                return AscendErrors.Conflict("The component was registered by somebody else at the same moment; try again.");
        }

        await RaiseAlertsAsync(session, call, before, item);
        await audit.AppendAsync(session, EventOf(call, item, created: before is null));
        return ComponentJson.Registered(item, created: before is null);
    }

    private static async ValueTask RaiseAlertsAsync(ISqlSession session, AscendCall call, Component? before, Component after)
    {
        foreach (var vulnerability in after.Description.Vulnerabilities)
        {
            if (before?.Description.Vulnerabilities.Any(known => known.Id == vulnerability.Id) == true)
                continue;

            await AlertTable.AddAsync(session, call.OrganisationId, new Alert
            {
                Type = AlertTypes.SupplyChainCve,
                Severity = vulnerability.Severity,
                Title = $"{vulnerability.Id} in {after.Description.Name}",
                Message = vulnerability.Description ?? $"The component {after.ComponentId} has the known vulnerability {vulnerability.Id}.",
                Resource = after.ComponentId,
                Details = StoredJson.Text(json =>
                {
                    json.WriteString("cve"u8, vulnerability.Id);
                    json.WriteNumber("component"u8, after.Number);
                    json.WriteString("version"u8, after.Description.Version);
                    json.WriteString("fixed_in"u8, vulnerability.FixedIn);
                }),
                CreatedAt = call.At,
            });
        }
    }

    private static AuditEvent EventOf(AscendCall call, Component item, bool created) => RegistryEvent.Of(
        call, created ? "component_registered" : "component_updated", created ? "register" : "update", ("component", item.ComponentId), json =>
        {
            json.WriteString("number"u8, item.Number.ToString(CultureInfo.InvariantCulture));
            json.WriteString("component_type"u8, item.Type);
            json.WriteString("version"u8, item.Description.Version);
            json.WriteString("risk_level"u8, item.RiskLevel);
            json.WriteNumber("vulnerability_count"u8, item.Description.Vulnerabilities.Count);
        });
}
