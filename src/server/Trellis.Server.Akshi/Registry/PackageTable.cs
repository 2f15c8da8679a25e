using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Akshi.Registry;

/// <summary>The SQL of packages.</summary>
internal static class PackageTable
{
    private static readonly SqlFragment Columns = new("id, version, description, size, checksum, blob_id, published_at");

    /// <summary>Adds a version, unless it is there.</summary>
    public static ValueTask<bool> TryInsertAsync(ISqlSession session, Package package) =>
        session.TryExecuteAsync(
            $"""
            INSERT INTO akshi_packages ({Columns})
            VALUES ({package.Id}, {package.Version}, {package.Description}, {package.Size}, {package.Checksum}, {package.BlobId},
                    {package.PublishedAt})
            ON CONFLICT (id, version) DO NOTHING
            """);

    /// <summary>All versions of a package, or of all.</summary>
    public static ValueTask<IReadOnlyList<Package>> ListAsync(ISqlSession session, string? id) =>
        session.QueryAsync(
            $"SELECT {Columns} FROM akshi_packages WHERE ({id} IS NULL OR id = {id}) ORDER BY id {session.Dialect.ByteOrder}",
            static row => new Package(row.Text(0), row.Text(1), row.Text(2), row.Integer(3), row.Text(4), row.Text(5), row.Time(6)));
}
