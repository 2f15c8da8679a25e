namespace Trellis.Server.Ascend.Governance;

/// <summary>The row of an organisation. Without one, everything is at its defaults.</summary>
internal sealed record GovernanceRow(long RulesVersion, long RegistryVersion, KillSwitch? KillSwitch)
{
    /// <summary>An organisation that has changed nothing yet.</summary>
    public static GovernanceRow Untouched { get; } = new(0, 0, null);
}
