using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Akshi.Spending;

/// <summary>The SQL of what agents have spent: one row for each agent and day, in millionths of a US dollar.</summary>
internal static class SpendTable
{
    public static ValueTask<int> AddAsync(ISqlSession session, string agent, long day, long microUsd) =>
        session.ExecuteAsync(
            $"""
            INSERT INTO akshi_agent_spending (agent, day, micro_usd) VALUES ({agent}, {day}, {microUsd})
            ON CONFLICT (agent, day) DO UPDATE SET micro_usd = akshi_agent_spending.micro_usd + excluded.micro_usd
            """);

    public static async ValueTask<(long Today, long Total)> ReadAsync(ISqlSession session, string agent, long day)
    {
        var today = await session.QueryIntegerAsync($"SELECT micro_usd FROM akshi_agent_spending WHERE agent = {agent} AND day = {day}");
        var total = await session.QueryIntegerAsync($"SELECT CAST(SUM(micro_usd) AS bigint) FROM akshi_agent_spending WHERE agent = {agent}");
        return (today ?? 0, total ?? 0);
    }
}
