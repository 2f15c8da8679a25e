using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Search;

/// <summary>The SQL of documents. On SQLite their words lie in a table of their own, by the document's number.</summary>
internal static class DocumentTable
{
    private static readonly SqlFragment Columns = new("id, type, content, metadata");

    /// <summary>Writes a document, over the one of the same id if there is one.</summary>
    public static async ValueTask PutAsync(ISqlSession session, string projectId, Document document, DocumentVector? vector)
    {
        await session.ExecuteAsync(
            $"""
            INSERT INTO aerostack_search_documents (project_id, {Columns}, vector_model, vector)
            VALUES ({projectId}, {document.Id}, {document.Type}, {document.Content}, {document.Metadata}, {vector?.Model}, {vector?.Bytes})
            ON CONFLICT (project_id, id) DO UPDATE SET
                type = excluded.type, content = excluded.content, metadata = excluded.metadata,
                vector_model = excluded.vector_model, vector = excluded.vector
            """);
        if (!HasWordTable(session))
            return;

        var number = await session.QueryIntegerAsync(
            $"SELECT number FROM aerostack_search_documents WHERE project_id = {projectId} AND id = {document.Id}");
        await session.ExecuteAsync($"DELETE FROM aerostack_search_words WHERE rowid = {number}");
        await session.ExecuteAsync(
            $"INSERT INTO aerostack_search_words (rowid, project, content) VALUES ({number}, {ProjectWord(projectId)}, {document.Content})");
    }

    public static ValueTask<Document?> FindAsync(ISqlSession session, string projectId, string id) =>
        session.QueryFirstOrDefaultAsync<Document?>(
            $"SELECT {Columns} FROM aerostack_search_documents WHERE project_id = {projectId} AND id = {id} {session.Dialect.ForUpdate}", Map);

    /// <summary>Reads a document where nothing is to be written.</summary>
    public static ValueTask<Document?> ReadAsync(ISqlSession session, string projectId, string id) =>
        session.QueryFirstOrDefaultAsync<Document?>(
            $"SELECT {Columns} FROM aerostack_search_documents WHERE project_id = {projectId} AND id = {id}", Map);

    public static ValueTask<Document?> ReadAsync(ISqlSession session, string projectId, long number) =>
        session.QueryFirstOrDefaultAsync<Document?>(
            $"SELECT {Columns} FROM aerostack_search_documents WHERE project_id = {projectId} AND number = {number}", Map);

    /// <summary>Removes a document, if it is there.</summary>
    public static async ValueTask RemoveAsync(ISqlSession session, string projectId, string id)
    {
        if (HasWordTable(session))
        {
            await session.ExecuteAsync(
                $"""
                DELETE FROM aerostack_search_words WHERE rowid IN (
                    SELECT number FROM aerostack_search_documents WHERE project_id = {projectId} AND id = {id})
                """);
        }

        await session.ExecuteAsync($"DELETE FROM aerostack_search_documents WHERE project_id = {projectId} AND id = {id}");
    }

    /// <summary>Removes all documents of a kind.</summary>
    public static async ValueTask RemoveTypeAsync(ISqlSession session, string projectId, string type)
    {
        if (HasWordTable(session))
        {
            await session.ExecuteAsync(
                $"""
                DELETE FROM aerostack_search_words WHERE rowid IN (
                    SELECT number FROM aerostack_search_documents WHERE project_id = {projectId} AND type = {type})
                """);
        }

        await session.ExecuteAsync($"DELETE FROM aerostack_search_documents WHERE project_id = {projectId} AND type = {type}");
    }

    /// <summary>How many documents there are, of a kind or of any.</summary>
    public static async ValueTask<long> CountAsync(ISqlSession session, string projectId, string? type) =>
        await session.QueryIntegerAsync(
            $"SELECT COUNT(*) FROM aerostack_search_documents WHERE project_id = {projectId} AND ({type} IS NULL OR type = {type})") ?? 0;

    /// <summary>The kinds there are and how many documents of each, in the order of their bytes.</summary>
    public static ValueTask<IReadOnlyList<(string Type, long Count)>> ListTypesAsync(ISqlSession session, string projectId) =>
        session.QueryAsync(
            $"""
            SELECT type, COUNT(*) FROM aerostack_search_documents WHERE project_id = {projectId}
            GROUP BY type ORDER BY type{session.Dialect.ByteOrder}
            """,
            static row => (row.Text(0), row.Integer(1)));

    /// <summary>The documents that have any of some words, best first.</summary>
    public static ValueTask<IReadOnlyList<Candidate>> FindByWordsAsync(ISqlSession session, string projectId, IReadOnlyList<string> words) =>
        HasWordTable(session)
            ? session.QueryAsync(
                $"""
                SELECT d.number, d.type, d.metadata, -bm25(aerostack_search_words, 0.0, 1.0) AS score
                FROM aerostack_search_words w JOIN aerostack_search_documents d ON d.number = w.rowid
                WHERE aerostack_search_words MATCH {MatchOf(projectId, words)} AND d.project_id = {projectId}
                ORDER BY score DESC, d.number
                """,
                static row => new Candidate(row.Integer(0), row.Text(1), row.Text(2), Squash(row.Real(3))))
            : session.QueryAsync(
                $"""
                SELECT number, type, metadata, CAST(ts_rank(words, to_tsquery('english', {AnyOf(words)})) AS double precision) AS score
                FROM aerostack_search_documents
                WHERE project_id = {projectId} AND words @@ to_tsquery('english', {AnyOf(words)})
                ORDER BY score DESC, number
                """,
                static row => new Candidate(row.Integer(0), row.Text(1), row.Text(2), Squash(row.Real(3))));

    /// <summary>How alike the documents with a vector of one model are to another one; in no order.</summary>
    public static ValueTask<IReadOnlyList<Candidate>> FindByVectorAsync(ISqlSession session, string projectId, DocumentVector vector) =>
        session.QueryAsync(
            $"""
            SELECT number, type, metadata, vector FROM aerostack_search_documents
            WHERE project_id = {projectId} AND vector_model = {vector.Model}
            """,
            row => new Candidate(row.Integer(0), row.Text(1), row.Text(2), vector.Likeness(row.Bytes(3)) ?? double.NegativeInfinity));

    private static bool HasWordTable(ISqlSession session) => session.Dialect.Name == "sqlite";

    // One word to the tokenizer, so that the index leads to the project's documents alone.
    private static string ProjectWord(string projectId) => projectId.Replace("_", "", StringComparison.Ordinal);

    private static string MatchOf(string projectId, IReadOnlyList<string> words) =>
        $"project : \"{ProjectWord(projectId)}\" AND content : ({string.Join(" OR ", words.Select(static word => $"\"{word}\""))})";

    private static string AnyOf(IReadOnlyList<string> words) => string.Join(" | ", words.Select(static word => $"'{word}'"));

    // The engines' ranks have no upper end; a score is below 1 on both.
    private static double Squash(double rank) => Math.Max(rank, 0) / (1 + Math.Max(rank, 0));

    private static Document Map(SqlRow row) => new(row.Text(0), row.Text(1), row.Text(2), row.Text(3));
}
