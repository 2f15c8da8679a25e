using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Akshi.Journal;

/// <summary>The SQL of journals.</summary>
internal static class JournalTable
{
    private static readonly SqlFragment Columns = new("agent, seq, written_at, tag, content, payload, payload_hash, signer, signature");

    /// <summary>The number of an agent's last entry, locked until the transaction ends; 0 when it has none.</summary>
    public static async ValueTask<long> LockHeadAsync(ISqlSession session, string agent)
    {
        await session.ExecuteAsync($"INSERT INTO akshi_journal_heads (agent, seq) VALUES ({agent}, 0) ON CONFLICT (agent) DO NOTHING");
        return await session.QueryIntegerAsync($"SELECT seq FROM akshi_journal_heads WHERE agent = {agent} {session.Dialect.ForUpdate}")
            ?? throw new StoreException("The head of a journal vanished.");
    }

    public static async ValueTask<long> HeadAsync(ISqlSession session, string agent) =>
        await session.QueryIntegerAsync($"SELECT seq FROM akshi_journal_heads WHERE agent = {agent}") ?? 0;

    public static async ValueTask InsertAsync(ISqlSession session, JournalEntry entry)
    {
        await session.ExecuteAsync(
            $"""
            INSERT INTO akshi_journal ({Columns})
            VALUES ({entry.Agent}, {entry.Seq}, {entry.At}, {entry.Tag}, {entry.Content}, {entry.Payload}, {entry.PayloadHash},
                    {entry.Signer}, {entry.Signature})
            """);
        await session.ExecuteAsync($"UPDATE akshi_journal_heads SET seq = {entry.Seq} WHERE agent = {entry.Agent}");
    }

    /// <summary>The node that wrote an entry; null when there is none.</summary>
    public static ValueTask<string?> SignerOfAsync(ISqlSession session, string agent, long seq) =>
        session.QueryTextAsync($"SELECT signer FROM akshi_journal WHERE agent = {agent} AND seq = {seq}");

    /// <summary>The oldest first, after a number.</summary>
    public static ValueTask<IReadOnlyList<JournalEntry>> ReadAsync(ISqlSession session, string agent, long after, int limit) =>
        session.QueryAsync(
            $"SELECT {Columns} FROM akshi_journal WHERE agent = {agent} AND seq > {after} ORDER BY seq LIMIT {limit}",
            static row => new JournalEntry(
                row.Text(0), row.Integer(1), row.Time(2), row.TextOrNull(3), row.TextOrNull(4), row.Bytes(5), row.Text(6), row.Text(7), row.Text(8)));

    public static ValueTask<int> AcknowledgeAsync(ISqlSession session, string agent, string peer, long seq) =>
        session.ExecuteAsync(
            $"""
            INSERT INTO akshi_journal_acks (agent, peer, seq) VALUES ({agent}, {peer}, {seq})
            ON CONFLICT (agent, peer) DO UPDATE SET seq = {seq}
            """);

    /// <summary>How far a node is known to have an agent's journal.</summary>
    public static async ValueTask<long> AcknowledgedAsync(ISqlSession session, string agent, string peer) =>
        await session.QueryIntegerAsync($"SELECT seq FROM akshi_journal_acks WHERE agent = {agent} AND peer = {peer}") ?? 0;
}
