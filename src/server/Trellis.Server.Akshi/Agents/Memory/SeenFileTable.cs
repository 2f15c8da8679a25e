using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Akshi.Agents.Memory;

/// <summary>The SQL of remembered files.</summary>
internal static class SeenFileTable
{
    public static ValueTask<IReadOnlyList<SeenFile>> ListAsync(ISqlSession session, string agent) =>
        session.QueryAsync(
            $"""
            SELECT path, length, modified_at, mark, position, line, reported, pending FROM akshi_agent_files WHERE agent = {agent}
            """,
            static row => new SeenFile
            {
                Path = row.Text(0),
                Length = row.Integer(1),
                Modified = row.Integer(2),
                Mark = row.Text(3),
                Position = row.Integer(4),
                Line = row.Integer(5),
                Reported = row.Text(6),
                Pending = row.Text(7),
            });

    public static ValueTask<int> PutAsync(ISqlSession session, string agent, SeenFile file) =>
        session.ExecuteAsync(
            $"""
            INSERT INTO akshi_agent_files (agent, path, length, modified_at, mark, position, line, reported, pending)
            VALUES ({agent}, {file.Path}, {file.Length}, {file.Modified}, {file.Mark}, {file.Position}, {file.Line}, {file.Reported}, {file.Pending})
            ON CONFLICT (agent, path) DO UPDATE SET
                length = excluded.length, modified_at = excluded.modified_at, mark = excluded.mark, position = excluded.position,
                line = excluded.line, reported = excluded.reported, pending = excluded.pending
            """);
}
