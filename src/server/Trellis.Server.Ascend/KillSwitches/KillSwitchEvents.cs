using System.Globalization;
using Trellis.Server.Ascend.Governance;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Kernel.Audit;

namespace Trellis.Server.Ascend.KillSwitches;

/// <summary>What the audit trail remembers of an organisation's kill switch.</summary>
internal static class KillSwitchEvents
{
    public static AuditEvent Triggered(AscendCall call, string reason) => Of(call, "kill_switch_triggered", "trigger", reason);

    public static AuditEvent Released(AscendCall call, string reason) => Of(call, "kill_switch_released", "release", reason);

    private static AuditEvent Of(AscendCall call, string eventType, string action, string reason) => RegistryEvent.Of(
        call,
        eventType,
        action,
        ("organisation", call.OrganisationId.ToString(CultureInfo.InvariantCulture)),
        json => json.WriteString("reason"u8, reason));
}
