using Trellis.Server.Ascend.Http;
using Trellis.Server.Ascend.Requests;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.SupplyChain;

/// <summary>The SQL of components.</summary>
internal static class ComponentTable
{
    private static readonly SqlFragment Columns = new(
        "number, component_id, component_type, risk_level, is_active, vulnerability_count, description, registered_by, created_at, updated_at");

    /// <summary>Adds a component; false when its id is taken.</summary>
    public static ValueTask<bool> TryAddAsync(ISqlSession session, long organisationId, Component item) =>
        session.TryExecuteAsync(
            $"""
            INSERT INTO ascend_components (organisation_id, {Columns})
            VALUES ({organisationId}, {item.Number}, {item.ComponentId}, {item.Type}, {item.RiskLevel}, {item.IsActive},
                    {item.Description.Vulnerabilities.Count}, {StoredJson.Text(item.Description.WriteTo)}, {item.RegisteredBy},
                    {item.CreatedAt}, {item.UpdatedAt})
            ON CONFLICT DO NOTHING
            """);

    public static ValueTask<int> UpdateAsync(ISqlSession session, long organisationId, Component item) =>
        session.ExecuteAsync(
            $"""
            UPDATE ascend_components
            SET component_type = {item.Type}, risk_level = {item.RiskLevel}, is_active = {item.IsActive},
                vulnerability_count = {item.Description.Vulnerabilities.Count}, description = {StoredJson.Text(item.Description.WriteTo)},
                updated_at = {item.UpdatedAt}
            WHERE organisation_id = {organisationId} AND number = {item.Number}
            """);

    public static ValueTask<Component?> FindAsync(ISqlSession session, long organisationId, long number) =>
        session.QueryFirstOrDefaultAsync(
            $"SELECT {Columns} FROM ascend_components WHERE organisation_id = {organisationId} AND number = {number}", Map);

    /// <summary>A component that the transaction will change.</summary>
    public static ValueTask<Component?> FindForUpdateAsync(ISqlSession session, long organisationId, string componentId) =>
        session.QueryFirstOrDefaultAsync(
            $"""
            SELECT {Columns} FROM ascend_components
            WHERE organisation_id = {organisationId} AND component_id = {componentId} {session.Dialect.ForUpdate}
            """,
            Map);

    /// <summary>The components, oldest first.</summary>
    public static ValueTask<IReadOnlyList<Component>> ListAsync(ISqlSession session, long organisationId, ComponentFilter filter, Page page) =>
        session.QueryAsync(
            $"""
            SELECT {Columns} FROM ascend_components
            WHERE organisation_id = {organisationId}
              AND ({filter.Type} IS NULL OR component_type = {filter.Type})
              AND ({filter.RiskLevel} IS NULL OR risk_level = {filter.RiskLevel})
              AND ({filter.HasVulnerabilities} IS NULL OR (vulnerability_count > 0) = ({filter.HasVulnerabilities} = 1))
              AND ({filter.IsActive} IS NULL OR is_active = {filter.IsActive})
            ORDER BY number LIMIT {page.Limit} OFFSET {page.Offset}
            """,
            Map);

    /// <summary>How many there are of what <see cref="ListAsync"/> lists.</summary>
    public static async ValueTask<long> CountAsync(ISqlSession session, long organisationId, ComponentFilter filter) =>
        await session.QueryIntegerAsync(
            $"""
            SELECT COUNT(*) FROM ascend_components
            WHERE organisation_id = {organisationId}
              AND ({filter.Type} IS NULL OR component_type = {filter.Type})
              AND ({filter.RiskLevel} IS NULL OR risk_level = {filter.RiskLevel})
              AND ({filter.HasVulnerabilities} IS NULL OR (vulnerability_count > 0) = ({filter.HasVulnerabilities} = 1))
              AND ({filter.IsActive} IS NULL OR is_active = {filter.IsActive})
            """) ?? 0;

    /// <summary>The agents that are linked to the model whose id the component has.</summary>
    public static ValueTask<IReadOnlyList<string>> AgentsOnModelAsync(ISqlSession session, long organisationId, string componentId) =>
        session.QueryAsync(
            $"""
            SELECT a.agent_id FROM ascend_agents a
            JOIN ascend_models m ON m.organisation_id = a.organisation_id AND m.number = a.model_id
            WHERE a.organisation_id = {organisationId} AND m.model_id = {componentId} AND a.deregistered_at IS NULL
            ORDER BY a.agent_id
            """,
            static row => row.Text(0));

    private static Component Map(SqlRow row) => new()
    {
        Number = row.Integer(0),
        ComponentId = row.Text(1),
        Type = row.Text(2),
        RiskLevel = row.Text(3),
        IsActive = row.Boolean(4),
        Description = ComponentDescription.Parse(row.Text(6)),
        RegisteredBy = row.Text(7),
        CreatedAt = row.Time(8),
        UpdatedAt = row.Time(9),
    };
}
