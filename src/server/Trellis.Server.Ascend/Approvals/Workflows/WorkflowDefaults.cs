namespace Trellis.Server.Ascend.Approvals.Workflows;

/// <summary>The workflows of an organisation that has changed none (contract, section 6.6).</summary>
internal static class WorkflowDefaults
{
    public static IReadOnlyList<Workflow> All { get; } =
    [
        Of("risk_0_49", 0, 49, level: 1, hours: 24, escalationMinutes: 480),
        Of("risk_50_69", 50, 69, level: 2, hours: 8, escalationMinutes: 120),
        Of("risk_70_89", 70, 89, level: 2, hours: 4, escalationMinutes: 60),
        Of("risk_90_100", 90, 100, level: 3, hours: 2, escalationMinutes: 30) with
        {
            Stages = 3,
            StageNames = ["security", "senior", "executive"],
            EmergencyOverride = true,
        },
    ];

    private static Workflow Of(string id, int minimum, int maximum, int level, int hours, int escalationMinutes) => new()
    {
        Id = id,
        RiskMinimum = minimum,
        RiskMaximum = maximum,
        Stages = 1,
        RequiredLevel = level,
        Timeout = TimeSpan.FromHours(hours),
        Escalation = TimeSpan.FromMinutes(escalationMinutes),
    };
}
