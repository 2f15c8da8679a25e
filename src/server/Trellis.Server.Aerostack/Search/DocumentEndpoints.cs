using Trellis.Server.Aerostack.Errors;
using Trellis.Server.Aerostack.Http;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Search;

/// <summary>Puts texts into a project's index, changes them and takes them out (contract, section 2.2.5).</summary>
internal sealed class DocumentEndpoints(IStore store, Embedder embedder, SearchOptions options)
{
    private static AerostackError Full(int most) =>
        AerostackErrors.Invalid("id", $"would be one more than the {most} documents that a project may keep");

    /// <summary>Puts a text in, over the one of the same id. The answer has the id, since the server may have made it.</summary>
    public async ValueTask<JsonAnswer> IngestAsync(AerostackCall call)
    {
        var fields = call.Fields;
        var content = fields.Text("content", SearchLimits.LongestContent);
        var type = fields.Text("type", SearchLimits.LongestType);
        var id = fields.OptionalText("id", SearchLimits.LongestId, shortest: 1);
        var metadata = DocumentFields.Metadata(fields) ?? "{}";
        if (!fields.Errors.IsEmpty)
            return AerostackErrors.Invalid(fields.Errors);

        var document = new Document(id ?? Guid.CreateVersion7(call.At).ToString(), type, content, metadata);
        var (vector, refusal) = await embedder.EmbedAsync(call.ProjectId, content, call.Aborted);
        if (refusal is not null)
            return refusal;

        var isIn = await store.WriteAsync(session => TryPutAsync(session, call.ProjectId, document, vector), call.Aborted);
        return isIn
            ? Answer.Ok(json =>
            {
                json.WriteBoolean("success"u8, true);
                json.WriteString("id"u8, document.Id);
            })
            : Full(options.MostDocuments);
    }

    /// <summary>Replaces a text, and its kind and metadata where they are given. One that is not there is no success and no error.</summary>
    public async ValueTask<JsonAnswer> UpdateAsync(AerostackCall call)
    {
        var fields = call.Fields;
        var id = DocumentFields.Id(fields);
        var content = fields.Text("content", SearchLimits.LongestContent);
        var type = fields.OptionalText("type", SearchLimits.LongestType, shortest: 1);
        var metadata = DocumentFields.Metadata(fields);
        if (!fields.Errors.IsEmpty)
            return AerostackErrors.Invalid(fields.Errors);

        var (vector, refusal) = await embedder.EmbedAsync(call.ProjectId, content, call.Aborted);
        if (refusal is not null)
            return refusal;

        return Answer.Success(await store.WriteAsync(
            async session =>
            {
                if (await DocumentTable.FindAsync(session, call.ProjectId, id) is not { } known)
                    return false;

                var changed = known with { Content = content, Type = type ?? known.Type, Metadata = metadata ?? known.Metadata };
                await DocumentTable.PutAsync(session, call.ProjectId, changed, vector);
                return true;
            },
            call.Aborted));
    }

    /// <summary>Takes a text out; one that is not there is as good as out.</summary>
    public async ValueTask<JsonAnswer> DeleteAsync(AerostackCall call)
    {
        var fields = call.Fields;
        var id = DocumentFields.Id(fields);
        if (!fields.Errors.IsEmpty)
            return AerostackErrors.Invalid(fields.Errors);

        await store.WriteAsync(session => DocumentTable.RemoveAsync(session, call.ProjectId, id), call.Aborted);
        return Answer.Success();
    }

    /// <summary>Takes all texts of a kind out.</summary>
    public async ValueTask<JsonAnswer> DeleteByTypeAsync(AerostackCall call)
    {
        var fields = call.Fields;
        var type = fields.Text("type", SearchLimits.LongestType);
        if (!fields.Errors.IsEmpty)
            return AerostackErrors.Invalid(fields.Errors);

        await store.WriteAsync(session => DocumentTable.RemoveTypeAsync(session, call.ProjectId, type), call.Aborted);
        return Answer.Success();
    }

    private async ValueTask<bool> TryPutAsync(ISqlSession session, string projectId, Document document, DocumentVector? vector)
    {
        if (await DocumentTable.FindAsync(session, projectId, document.Id) is null
            && await DocumentTable.CountAsync(session, projectId, null) >= options.MostDocuments)
            return false;

        await DocumentTable.PutAsync(session, projectId, document, vector);
        return true;
    }
}
