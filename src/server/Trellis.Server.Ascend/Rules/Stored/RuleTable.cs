using Trellis.Server.Ascend.Http;
using Trellis.Server.Ascend.Requests;
using Trellis.Server.Kernel.Requests;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Rules.Stored;

/// <summary>The SQL of policies and smart rules.</summary>
internal static class RuleTable
{
    private static readonly SqlFragment Columns = new("id, document, created_by, created_at, updated_by, updated_at");

    /// <summary>Adds one.</summary>
    public static ValueTask<int> AddAsync<T>(ISqlSession session, long organisationId, RuleKind<T> kind, StoredRule<T> rule)
        where T : class => session.ExecuteAsync(
            $"""
            INSERT INTO ascend_rules (organisation_id, kind, {Columns})
            VALUES ({organisationId}, {kind.Name}, {rule.Id}, {Document(kind, rule)}, {rule.CreatedBy}, {rule.CreatedAt}, {rule.UpdatedBy}, {rule.UpdatedAt})
            """);

    /// <summary>Changes one.</summary>
    public static ValueTask<int> UpdateAsync<T>(ISqlSession session, long organisationId, RuleKind<T> kind, StoredRule<T> rule)
        where T : class => session.ExecuteAsync(
            $"""
            UPDATE ascend_rules SET document = {Document(kind, rule)}, updated_by = {rule.UpdatedBy}, updated_at = {rule.UpdatedAt}
            WHERE organisation_id = {organisationId} AND kind = {kind.Name} AND id = {rule.Id}
            """);

    /// <summary>Removes one.</summary>
    public static ValueTask<int> DeleteAsync<T>(ISqlSession session, long organisationId, RuleKind<T> kind, long id)
        where T : class => session.ExecuteAsync(
            $"DELETE FROM ascend_rules WHERE organisation_id = {organisationId} AND kind = {kind.Name} AND id = {id}");

    /// <summary>One of them.</summary>
    public static ValueTask<StoredRule<T>?> FindAsync<T>(ISqlSession session, long organisationId, RuleKind<T> kind, long id)
        where T : class => session.QueryFirstOrDefaultAsync<StoredRule<T>?>(
            $"SELECT {Columns} FROM ascend_rules WHERE organisation_id = {organisationId} AND kind = {kind.Name} AND id = {id}",
            row => Map(kind, row));

    /// <summary>One of them that the transaction will change.</summary>
    public static ValueTask<StoredRule<T>?> FindForUpdateAsync<T>(ISqlSession session, long organisationId, RuleKind<T> kind, long id)
        where T : class => session.QueryFirstOrDefaultAsync<StoredRule<T>?>(
            $"""
            SELECT {Columns} FROM ascend_rules
            WHERE organisation_id = {organisationId} AND kind = {kind.Name} AND id = {id} {session.Dialect.ForUpdate}
            """,
            row => Map(kind, row));

    /// <summary>All of them, oldest first.</summary>
    public static ValueTask<IReadOnlyList<StoredRule<T>>> AllAsync<T>(ISqlSession session, long organisationId, RuleKind<T> kind)
        where T : class => ListAsync(session, organisationId, kind, new Page(int.MaxValue, 0));

    /// <summary>Some of them, oldest first.</summary>
    public static ValueTask<IReadOnlyList<StoredRule<T>>> ListAsync<T>(ISqlSession session, long organisationId, RuleKind<T> kind, Page page)
        where T : class => session.QueryAsync(
            $"""
            SELECT {Columns} FROM ascend_rules WHERE organisation_id = {organisationId} AND kind = {kind.Name}
            ORDER BY id LIMIT {page.Limit} OFFSET {page.Offset}
            """,
            row => Map(kind, row));

    /// <summary>How many there are.</summary>
    public static async ValueTask<long> CountAsync<T>(ISqlSession session, long organisationId, RuleKind<T> kind)
        where T : class =>
        await session.QueryIntegerAsync(
            $"SELECT COUNT(*) FROM ascend_rules WHERE organisation_id = {organisationId} AND kind = {kind.Name}") ?? 0;

    private static string Document<T>(RuleKind<T> kind, StoredRule<T> rule)
        where T : class => StoredJson.Text(json => kind.WriteMembers(json, rule.Rule));

    private static StoredRule<T> Map<T>(RuleKind<T> kind, SqlRow row)
        where T : class
    {
        var id = row.Integer(0);
        var rule = StoredJson.Read(row.Text(1), json =>
        {
            var errors = new FieldErrors();
            var read = kind.Read(json, id, errors);
            return errors.IsEmpty ? read : kind.Distrusted(read);
        });
        return new StoredRule<T>(id, rule, row.Text(2), row.Time(3), row.Text(4), row.Time(5));
    }
}
