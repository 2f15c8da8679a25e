using Trellis.Server.Aerostack.Errors;
using Trellis.Server.Aerostack.Http;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Search;

/// <summary>
/// Finds texts (contract, section 2.2.5): by their vectors where the server has an embedding model, else by their words. The answer's
/// <c>metadata</c> say which it was.
/// </summary>
internal sealed class QueryEndpoint(IStore store, Embedder embedder)
{
    /// <summary>The texts that fit best.</summary>
    public async ValueTask<JsonAnswer> QueryAsync(AerostackCall call)
    {
        var fields = call.Fields;
        var text = fields.Text("text", SearchLimits.LongestQuestion);
        var limit = (int)(fields.OptionalInteger("topK", 1, SearchLimits.MostResults) ?? SearchLimits.DefaultResults);
        var types = fields.OptionalTexts("types", SearchLimits.MostTypes, SearchLimits.LongestType);
        var filter = new MetadataFilter(types, DocumentFields.Object(fields, "filter"));
        if (!fields.Errors.IsEmpty)
            return AerostackErrors.Invalid(fields.Errors);

        var (vector, refusal) = await embedder.EmbedAsync(call.ProjectId, text, call.Aborted);
        if (refusal is not null)
            return refusal;

        var found = await store.ReadAsync(session => FindAsync(session, call.ProjectId, text, vector, filter, limit), call.Aborted);
        return Answer.Ok(json =>
        {
            json.WriteStartArray("results"u8);
            foreach (var (document, score) in found)
                json.WriteDocument(document, score);
            json.WriteEndArray();
            json.WriteStartObject("metadata"u8);
            json.WriteString("method"u8, vector is null ? "words"u8 : "vectors"u8);
            if (vector is not null)
                json.WriteString("model"u8, vector.Model);
            json.WriteEndObject();
        });
    }

    private static async ValueTask<IReadOnlyList<(Document Document, double Score)>> FindAsync(
        ISqlSession session, string projectId, string text, DocumentVector? vector, MetadataFilter filter, int limit)
    {
        var found = new List<(Document, double)>();
        foreach (var candidate in (await ListAsync(session, projectId, text, vector)).Where(filter.Matches).Take(limit))
        {
            if (await DocumentTable.ReadAsync(session, projectId, candidate.Number) is { } document)
                found.Add((document, candidate.Score));
        }

        return found;
    }

    private static async ValueTask<IEnumerable<Candidate>> ListAsync(ISqlSession session, string projectId, string text, DocumentVector? vector)
    {
        if (vector is not null)
        {
            return (await DocumentTable.FindByVectorAsync(session, projectId, vector))
                .Where(static candidate => double.IsFinite(candidate.Score))
                .OrderByDescending(static candidate => candidate.Score).ThenBy(static candidate => candidate.Number);
        }

        return QueryWords.Of(text) is { Count: > 0 } words ? await DocumentTable.FindByWordsAsync(session, projectId, words) : [];
    }
}
