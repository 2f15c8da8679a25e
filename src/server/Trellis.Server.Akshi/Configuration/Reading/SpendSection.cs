namespace Trellis.Server.Akshi.Configuration.Reading;

/// <summary>
/// Reads <c>spend_policy</c> of the reference page and <c>spend</c> of the guides, with the keys of the concept page in either. An agent
/// without a section may spend nothing; a daily amount of 0 sets no limit (contract, section 5.7).
/// </summary>
internal static class SpendSection
{
    /// <summary>The policy; null when there is none.</summary>
    public static SpendPolicy? Read(Section agent)
    {
        if (agent.Sub(agent.NameOf("spend_policy", "spend")) is not { } section)
            return null;

        var daily = section.NameOf("max_daily_usd", "daily_budget_usd");
        var action = section.NameOf("per_action_limit", "per_inference_max_usd");
        var policy = new SpendPolicy
        {
            MaxDailyUsd = section.Dollars(daily) ?? 0,
            BudgetCapUsd = section.Dollars("budget_cap"),
            PerActionUsd = section.Dollars(action),
            AlertPercent = (int?)section.Integer("alert_threshold_pct", 1, 100),
            AllowedRails = section.Texts("allowed_rails") ?? [],
            IsSimulation = section.Flag("simulation_mode", false),
        };
        if (!section.Has(daily) && policy.BudgetCapUsd is null)
            section.Fail(daily, "is required, here or as 'budget_cap'; 0 sets no daily limit");

        section.WarnOfUnknown();
        return policy;
    }
}
