using System.Text.Json.Nodes;
using Trellis.Ascend;

namespace Trellis.Samples.GovernedAgent;

/// <summary>The rules that refunds are held to, set by a person. Setting them again changes nothing.</summary>
internal static class RefundPolicies
{
    /// <summary>The kind of action.</summary>
    public const string ActionType = "payment.refund";

    private const int PersonAbove = 250;
    private const int NeverAbove = 1500;
    private const int PersonAboveAtNight = 100;

    public static async Task SetUpAsync(AscendClient person, string officeHours, CancellationToken cancellationToken)
    {
        var existing = (await person.Policies.ListAsync(cancellationToken)).Policies;
        foreach (var policy in All(officeHours))
        {
            var known = existing.FirstOrDefault(other => other.PolicyName == policy.PolicyName);
            var stored = known?.Id is { } id
                ? await person.Policies.PutAsync(id, policy, cancellationToken)
                : await person.Policies.CreateAsync(policy, cancellationToken);
            Console.WriteLine($"   {stored.PolicyAction,-17}{stored.PolicyName}");
        }
    }

    private static IEnumerable<GovernancePolicy> All(string officeHours) =>
    [
        Policy(10, "block", $"Refunds above {NeverAbove} EUR", new() { ["amount_above"] = NeverAbove }),
        Policy(20, "block", "Refunds to where the money did not come from", new() { ["resource"] = new JsonArray(Payout("crypto_wallet"), Payout("third_party_account")) }),
        Policy(30, "require_approval", $"Refunds above {PersonAbove} EUR", new() { ["amount_above"] = PersonAbove }),
        Policy(40, "require_approval", $"Refunds above {PersonAboveAtNight} EUR outside office hours", new()
        {
            ["amount_above"] = PersonAboveAtNight,
            ["time_window"] = new JsonObject { ["outside"] = officeHours },
        }),
    ];

    private static string Payout(string destination) => $"payouts/{destination}";

    private static GovernancePolicy Policy(int priority, string action, string name, JsonObject conditions)
    {
        conditions["action_type"] = ActionType;
        return new() { PolicyName = name, PolicyAction = action, Priority = priority, IsActive = true, Conditions = conditions };
    }
}
