using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Governance;

/// <summary>The numbers that the wire has beside names: 1, 2, 3, … within an organisation, never given twice.</summary>
internal static class RegistryNumbers
{
    /// <summary>Takes the next number of a kind, such as <c>agents</c>.</summary>
    public static async ValueTask<long> NextAsync(ISqlSession session, long organisationId, string kind)
    {
        var counter = FormattableString.Invariant($"{kind}:{organisationId}");
        return await session.QueryFirstOrDefaultAsync(
            $"""
            INSERT INTO ascend_counters (name, next) VALUES ({counter}, 2)
            ON CONFLICT (name) DO UPDATE SET next = ascend_counters.next + 1
            RETURNING next - 1
            """,
            static row => row.Integer(0));
    }
}
