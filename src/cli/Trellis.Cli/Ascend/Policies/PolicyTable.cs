using System.Globalization;
using System.Text.Json.Nodes;

namespace Trellis.Cli.Ascend.Policies;

/// <summary>Policies as a table.</summary>
internal static class PolicyTable
{
    public static Table Of(PrintedPolicies list)
    {
        var table = Empty();
        foreach (var policy in list.Policies)
        {
            var priority = policy.Priority?.ToString(CultureInfo.InvariantCulture);
            Add(table, policy.Id, priority, policy.PolicyName, policy.PolicyAction, policy.Conditions, policy.IsActive ?? true);
        }

        return table;
    }

    /// <summary>A policy as the server answers it.</summary>
    public static Table Of(JsonObject policy)
    {
        var table = Empty();
        var isActive = policy["is_active"] is not JsonValue active || !active.TryGetValue<bool>(out var known) || known;
        Add(table, Text("id"), Text("priority"), Text("policy_name"), Text("policy_action"), policy["conditions"], isActive);
        return table;

        string? Text(string name) => policy[name]?.ToString();
    }

    private static Table Empty() =>
        new("Policies", new("Id"), new("Priority", IsNumber: true), new("Name"), new("Action"), new("Conditions"), new("Active"));

    private static void Add(Table table, string? id, string? priority, string? name, string? action, JsonNode? conditions, bool isActive) =>
        table.Add(id, priority, name, action, conditions?.ToJsonString(), isActive ? "yes" : "no");
}
