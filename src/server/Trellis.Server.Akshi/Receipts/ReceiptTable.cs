using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Akshi.Receipts;

/// <summary>The SQL of receipts.</summary>
internal static class ReceiptTable
{
    private static readonly SqlFragment Columns = new("seq, issued_at, agent, kind, body, signer, prev_hash, hash, signature");

    public static async ValueTask<ReceiptEnds> EndsAsync(ISqlSession session) =>
        Found(await session.QueryFirstOrDefaultAsync($"SELECT seq, hash, anchor_seq, anchor_hash FROM akshi_receipts_ends WHERE id = 1", MapEnds));

    /// <summary>The ends, locked until the transaction ends: receipts have no gaps.</summary>
    public static async ValueTask<ReceiptEnds> LockEndsAsync(ISqlSession session) =>
        Found(await session.QueryFirstOrDefaultAsync(
            $"SELECT seq, hash, anchor_seq, anchor_hash FROM akshi_receipts_ends WHERE id = 1 {session.Dialect.ForUpdate}", MapEnds));

    public static async ValueTask AppendAsync(ISqlSession session, Receipt receipt)
    {
        await session.ExecuteAsync(
            $"""
            INSERT INTO akshi_receipts ({Columns})
            VALUES ({receipt.Seq}, {receipt.At}, {receipt.Agent}, {receipt.Kind}, {receipt.Body}, {receipt.Signer}, {receipt.PrevHash},
                    {receipt.Hash}, {receipt.Signature})
            """);
        await session.ExecuteAsync($"UPDATE akshi_receipts_ends SET seq = {receipt.Seq}, hash = {receipt.Hash} WHERE id = 1");
    }

    /// <summary>The oldest first.</summary>
    public static ValueTask<IReadOnlyList<Receipt>> ReadAsync(ISqlSession session, long since, DateTimeOffset? from, string? agent, int limit) =>
        session.QueryAsync(
            $"""
            SELECT {Columns} FROM akshi_receipts
            WHERE seq >= {since} AND ({from} IS NULL OR issued_at >= {from}) AND ({agent} IS NULL OR agent = {agent})
            ORDER BY seq LIMIT {limit}
            """,
            Map);

    /// <summary>The oldest that is not older than a time; null when all are.</summary>
    public static ValueTask<long?> FirstSinceAsync(ISqlSession session, DateTimeOffset time) =>
        session.QueryIntegerAsync($"SELECT MIN(seq) FROM akshi_receipts WHERE issued_at >= {time}");

    /// <summary>Removes all up to a number, of which the hash stays as the anchor of those that are left.</summary>
    public static async ValueTask PruneAsync(ISqlSession session, long upTo)
    {
        await session.ExecuteAsync(
            $"""
            UPDATE akshi_receipts_ends SET anchor_seq = {upTo}, anchor_hash = (SELECT hash FROM akshi_receipts WHERE seq = {upTo}) WHERE id = 1
            """);
        await session.ExecuteAsync($"DELETE FROM akshi_receipts WHERE seq <= {upTo}");
    }

    private static ReceiptEnds Found(ReceiptEnds? ends) => ends ?? throw new StoreException("The ends of the receipts vanished.");

    private static ReceiptEnds MapEnds(SqlRow row) => new(row.Integer(0), row.Text(1), row.Integer(2), row.Text(3));

    private static Receipt Map(SqlRow row) => new(
        row.Integer(0), row.Time(1), row.Text(2), row.Text(3), row.Text(4), row.Text(5), row.Text(6), row.Text(7), row.Text(8));
}
