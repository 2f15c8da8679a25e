using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Collections;

/// <summary>The SQL of items.</summary>
internal static class ItemTable
{
    private static readonly SqlFragment Columns = new("id, collection, data, created_at, updated_at");

    public static ValueTask<int> AddAsync(ISqlSession session, string projectId, Item item) =>
        session.ExecuteAsync(
            $"""
            INSERT INTO aerostack_items (project_id, {Columns})
            VALUES ({projectId}, {item.Id}, {item.Collection}, {item.Data}, {item.CreatedAt}, {item.UpdatedAt})
            """);

    public static ValueTask<Item?> FindAsync(ISqlSession session, string projectId, string id) =>
        session.QueryFirstOrDefaultAsync<Item?>($"SELECT {Columns} FROM aerostack_items WHERE project_id = {projectId} AND id = {id}", Map);

    /// <summary>Finds an item that is about to be changed: others who want to change it wait.</summary>
    public static ValueTask<Item?> LockAsync(ISqlSession session, string projectId, string id) =>
        session.QueryFirstOrDefaultAsync<Item?>(
            $"SELECT {Columns} FROM aerostack_items WHERE project_id = {projectId} AND id = {id}{session.Dialect.ForUpdate}", Map);

    /// <summary>The items of a collection, oldest first.</summary>
    public static ValueTask<IReadOnlyList<Item>> ListAsync(ISqlSession session, string projectId, string collection) =>
        session.QueryAsync(
            $"SELECT {Columns} FROM aerostack_items WHERE project_id = {projectId} AND collection = {collection} ORDER BY created_at, id", Map);

    public static async ValueTask<long> CountAsync(ISqlSession session, string projectId, string collection) =>
        await session.QueryIntegerAsync($"SELECT COUNT(*) FROM aerostack_items WHERE project_id = {projectId} AND collection = {collection}") ?? 0;

    public static ValueTask<int> UpdateAsync(ISqlSession session, string projectId, Item item) =>
        session.ExecuteAsync(
            $"UPDATE aerostack_items SET data = {item.Data}, updated_at = {item.UpdatedAt} WHERE project_id = {projectId} AND id = {item.Id}");

    public static ValueTask<int> RemoveAsync(ISqlSession session, string projectId, string id) =>
        session.ExecuteAsync($"DELETE FROM aerostack_items WHERE project_id = {projectId} AND id = {id}");

    private static Item Map(SqlRow row) => new(row.Text(0), row.Text(1), row.Text(2), row.Time(3), row.Time(4));
}
