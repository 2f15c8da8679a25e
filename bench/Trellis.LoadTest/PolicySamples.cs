using System.Text.Json.Nodes;

namespace Trellis.LoadTest;

/// <summary>Policies as varied as an organisation's own: by action, by resource, by agent, by risk and amount. The first one meets the measured action.</summary>
internal static class PolicySamples
{
    private static readonly string[] Verbs = ["read", "write", "update", "delete", "export", "transfer", "list", "execute"];
    private static readonly string[] Areas = ["billing", "crm", "database", "files", "hr", "mail", "payments", "reports", "search", "tickets"];
    private static readonly string[] Effects = ["allow", "require_approval", "block", "escalate"];

    /// <summary>The policy of a number, as the wire has it.</summary>
    public static JsonObject Of(int number) => new()
    {
        ["policy_name"] = $"policy {number}",
        ["priority"] = number,
        ["policy_action"] = number == 0 ? "allow" : Effects[number % Effects.Length],
        ["conditions"] = number == 0 ? new JsonObject { ["action_type"] = "database.query" } : Conditions(number),
    };

    private static JsonObject Conditions(int number) => (number % 5) switch
    {
        0 => new() { ["action_type"] = $"{Areas[number % Areas.Length]}.{Verbs[number % Verbs.Length]}_{number}" },
        1 => new()
        {
            ["action_type"] = new JsonArray($"{Areas[number / 5 % Areas.Length]}.{Verbs[number % Verbs.Length]}", $"custom.{number}"),
            ["risk_above"] = 90,
        },
        2 => new() { ["resource_type"] = $"warehouse_{number}_*", ["risk_above"] = number % 100 },
        3 => new() { ["agent_type"] = $"type-{number}", ["amount_above"] = number },
        _ => new() { ["action_type"] = $"{Areas[number % Areas.Length]}.*", ["data_classification"] = $"class-{number}" },
    };
}
