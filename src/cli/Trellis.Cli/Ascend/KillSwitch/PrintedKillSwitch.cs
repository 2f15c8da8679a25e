using Trellis.Ascend;

namespace Trellis.Cli.Ascend.KillSwitch;

/// <summary>A <see cref="KillSwitchStatus"/> as it is printed.</summary>
internal sealed record PrintedKillSwitch(bool Active, string? Reason, DateTimeOffset? ActivatedAt, string? ActivatedBy, string? OrganizationId)
{
    public static PrintedKillSwitch Of(KillSwitchStatus status) =>
        new(status.Active, status.Reason, status.ActivatedAt, status.ActivatedBy, status.OrganizationId);
}
