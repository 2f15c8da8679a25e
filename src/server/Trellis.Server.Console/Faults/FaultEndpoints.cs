using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Trellis.Server.Console.Http;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Faults;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Console.Faults;

/// <summary>What goes wrong on purpose. The plan holds until the server stops; who changes it is recorded first.</summary>
internal sealed class FaultEndpoints(FaultInjector injector, IStore store, IAuditLog audit)
{
    private const string Path = "/faults";

    /// <summary>The plan in force.</summary>
    public ValueTask<ConsoleResult> ShowAsync(ConsoleCall call) => new(Page(FaultsModel.Of(injector.Plan), StatusCodes.Status200OK));

    /// <summary>Adds a rule after the others.</summary>
    public async ValueTask<ConsoleResult> AddAsync(ConsoleCall call)
    {
        var draft = FaultDraft.Read(call);
        var plan = injector.Plan;
        try
        {
            var rule = FaultPlan.Parse(draft.ToPlan()).Rules[0];
            return await SetAsync(call, new FaultPlan([.. plan.Rules, rule], plan.Seed), "The rule is in force.");
        }
        catch (FaultPlanException error)
        {
            return Page(FaultsModel.Of(plan) with { Draft = draft, Errors = [.. error.Errors.Select(WithoutPlace)] }, StatusCodes.Status422UnprocessableEntity);
        }
    }

    /// <summary>Removes one rule.</summary>
    public async ValueTask<ConsoleResult> RemoveAsync(ConsoleCall call)
    {
        var plan = injector.Plan;

        // Somebody else may have changed the plan since the page was made.
        if (!int.TryParse(call.Route("index"), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            || index >= plan.Rules.Count
            || plan.Rules[index].Route.ToString() != call.Field("route"))
        {
            return ConsoleResult.GoWithProblem(Path, "The plan has changed since. Look again.");
        }

        return await SetAsync(call, new FaultPlan(plan.Rules.Where((_, position) => position != index), plan.Seed), "The rule is removed.");
    }

    /// <summary>Ends all faults.</summary>
    public ValueTask<ConsoleResult> ClearAsync(ConsoleCall call) => SetAsync(call, FaultPlan.Empty, "All faults are off.");

    /// <summary>Puts another plan in force.</summary>
    public async ValueTask<ConsoleResult> ReplaceAsync(ConsoleCall call)
    {
        var json = call.Field("plan");
        try
        {
            return await SetAsync(call, FaultPlan.Parse(Encoding.UTF8.GetBytes(json)), "The plan is in force.");
        }
        catch (FaultPlanException error)
        {
            return Page(FaultsModel.Of(injector.Plan) with { Json = json, Errors = error.Errors }, StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static ConsoleResult Page(FaultsModel model, int status) => ConsoleResult.Page<FaultsPage, FaultsModel>("Faults", model, status);

    // The form has one rule, and nobody counts it.
    private static string WithoutPlace(string error) => error.Replace("rules[0].", "", StringComparison.Ordinal);

    private async ValueTask<ConsoleResult> SetAsync(ConsoleCall call, FaultPlan plan, string notice)
    {
        await store.WriteAsync(session => audit.AppendAsync(session, EventOf(call, plan)), call.Aborted);
        injector.Plan = plan;
        return ConsoleResult.Go(Path, notice);
    }

    private static AuditEvent EventOf(ConsoleCall call, FaultPlan plan) => new()
    {
        OrganisationId = call.Session.Operator.OrganisationId,
        Platform = "kernel",
        EventType = "faults_changed",
        ActorId = call.Session.Operator.Subject,
        ResourceType = "fault_plan",
        ResourceId = "server",
        Action = plan.Rules.Count == 0 ? "clear" : "replace",
        Outcome = AuditOutcome.Success,
        IpAddress = RequestOrigin.Of(call.Context).IpAddress,
        CorrelationId = RequestOrigin.Of(call.Context).CorrelationId,
        Data = AuditData.Object(json =>
        {
            json.WriteNumber("rules"u8, plan.Rules.Count);
            json.WriteStartArray("routes"u8);
            foreach (var rule in plan.Rules)
                json.WriteStringValue(rule.Route.ToString());
            json.WriteEndArray();
        }),
    };
}
