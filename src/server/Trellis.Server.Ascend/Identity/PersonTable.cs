using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Identity;

/// <summary>The SQL of what people may do here. Who they are is told by their token.</summary>
internal static class PersonTable
{
    /// <summary>Sets what a person may do.</summary>
    public static ValueTask<int> SetAsync(ISqlSession session, long organisationId, Person person) =>
        session.ExecuteAsync(
            $"""
            INSERT INTO ascend_people (organisation_id, subject, role, approval_level, created_at)
            VALUES ({organisationId}, {person.Subject}, {(long)person.Role}, {person.ApprovalLevel}, {person.CreatedAt})
            ON CONFLICT (organisation_id, subject) DO UPDATE SET role = excluded.role, approval_level = excluded.approval_level
            """);

    public static ValueTask<Person?> FindAsync(ISqlSession session, long organisationId, string subject) =>
        session.QueryFirstOrDefaultAsync(
            $"SELECT subject, role, approval_level, created_at FROM ascend_people WHERE organisation_id = {organisationId} AND subject = {subject}", Map);

    /// <summary>The people of an organisation, by subject.</summary>
    public static ValueTask<IReadOnlyList<Person>> ListAsync(ISqlSession session, long organisationId) =>
        session.QueryAsync(
            $"SELECT subject, role, approval_level, created_at FROM ascend_people WHERE organisation_id = {organisationId} ORDER BY subject", Map);

    private static Person Map(SqlRow row) => new(row.Text(0), (CallerRole)row.Integer(1), (int)row.Integer(2), row.Time(3));
}
