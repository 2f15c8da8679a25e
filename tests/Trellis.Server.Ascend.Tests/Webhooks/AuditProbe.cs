using Trellis.Server.Ascend.Tests.Support;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Tests.Webhooks;

/// <summary>Looks at the audit trail where it lies.</summary>
internal static class AuditProbe
{
    public static async Task<IReadOnlyList<(string EventType, string Data)>> RecordsAsync(IStore store) => await store.ReadAsync(
        session => session.QueryAsync(
            $"SELECT event_type, event_data FROM audit_records WHERE organisation_id = 1 ORDER BY sequence_number",
            static row => (row.Text(0), row.Text(1))),
        AscendServer.Cancellation);
}
