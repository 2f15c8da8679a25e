using Trellis.Server.Console.Http;
using Trellis.Server.Console.Platforms;

namespace Trellis.Server.Console.Policies;

/// <summary>The list of policies, and what is done to one without opening it.</summary>
internal static class PolicyEndpoints
{
    private const int PageSize = 1000;

    private static readonly string[] Levels = ["organization", "agent_type", "agent"];

    /// <summary>The policies, and which are at odds.</summary>
    public static async ValueTask<ConsoleResult> ListAsync(ConsoleCall call)
    {
        var offset = call.Number("offset", 0, 0, int.MaxValue);
        var found = await call.Platforms.GetAsync<PolicyList>(Platform.Ascend, $"{PolicyPaths.All}?limit={PageSize}&offset={offset}");
        var conflicts = await call.Platforms.GetAsync<PolicyConflictList>(Platform.Ascend, $"{PolicyPaths.All}/conflicts");
        var model = new PolicyListModel(
            [.. found.Policies.OrderBy(static policy => Array.IndexOf(Levels, policy.Level)).ThenBy(static policy => policy.Priority).ThenBy(static policy => policy.Id)],
            conflicts.Conflicts,
            offset,
            PageSize,
            offset + PageSize < found.Total);
        return ConsoleResult.Page<PolicyListPage, PolicyListModel>("Policies", model);
    }

    /// <summary>Lets a policy count, or not.</summary>
    public static async ValueTask<ConsoleResult> SwitchAsync(ConsoleCall call)
    {
        var counts = call.Field("verb") == "activate";
        var changed = await call.Platforms.PostAsync<PolicyLine>(Platform.Ascend, $"{PolicyPaths.Of(call)}/{(counts ? "activate" : "deactivate")}");
        return ConsoleResult.Go("/policies", counts
            ? $"“{changed.PolicyName}” counts from the next decision on."
            : $"“{changed.PolicyName}” is kept, but counts no more.");
    }

    /// <summary>Removes a policy.</summary>
    public static async ValueTask<ConsoleResult> DeleteAsync(ConsoleCall call)
    {
        await call.Platforms.SendAsync(Platform.Ascend, "DELETE", PolicyPaths.Of(call));
        return ConsoleResult.Go("/policies", "The policy is deleted.");
    }
}
