using Trellis.Server.Aerostack.Errors;
using Trellis.Server.Aerostack.Http;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Search;

/// <summary>What is in a project's index, and how it is made (contract, section 2.2.5).</summary>
internal sealed class IndexEndpoints(IStore store)
{
    // A document that is asked for by its id fits entirely.
    private const double WholeScore = 1;

    /// <summary>One text; an id that is not there is no error.</summary>
    public async ValueTask<JsonAnswer> GetAsync(AerostackCall call)
    {
        var fields = call.Fields;
        var id = DocumentFields.Id(fields);
        if (!fields.Errors.IsEmpty)
            return AerostackErrors.Invalid(fields.Errors);

        var document = await store.ReadAsync(session => DocumentTable.ReadAsync(session, call.ProjectId, id), call.Aborted);
        return Answer.Ok(json =>
        {
            json.WritePropertyName("result"u8);
            if (document is null)
                json.WriteNullValue();
            else
                json.WriteDocument(document, WholeScore);
            json.WriteBoolean("exists"u8, document is not null);
        });
    }

    /// <summary>How many texts there are.</summary>
    public async ValueTask<JsonAnswer> CountAsync(AerostackCall call)
    {
        var fields = call.Fields;
        var type = fields.OptionalText("type", SearchLimits.LongestType);
        if (!fields.Errors.IsEmpty)
            return AerostackErrors.Invalid(fields.Errors);

        var count = await store.ReadAsync(session => DocumentTable.CountAsync(session, call.ProjectId, type), call.Aborted);
        return Answer.Ok(json => json.WriteNumber("count"u8, count));
    }

    /// <summary>The kinds of texts there are.</summary>
    public async ValueTask<JsonAnswer> ListTypesAsync(AerostackCall call)
    {
        var types = await store.ReadAsync(session => DocumentTable.ListTypesAsync(session, call.ProjectId), call.Aborted);
        return Answer.Ok(json =>
        {
            json.WriteStartArray("types"u8);
            foreach (var (type, count) in types)
            {
                json.WriteStartObject();
                json.WriteString("type"u8, type);
                json.WriteNumber("count"u8, count);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    /// <summary>Chooses the embedding model from now on. One SDK calls the member <c>model</c>.</summary>
    public async ValueTask<JsonAnswer> ConfigureAsync(AerostackCall call)
    {
        var fields = call.Fields;
        var name = fields.Has("embeddingModel") || !fields.Has("model") ? "embeddingModel" : "model";
        var choice = fields.OptionalWord(name, EmbeddingChoice.English, EmbeddingChoice.Multilingual);
        if (choice is null)
            fields.Errors.Add(name, "is required");
        if (!fields.Errors.IsEmpty)
            return AerostackErrors.Invalid(fields.Errors);

        await store.WriteAsync(session => SettingTable.SetAsync(session, call.ProjectId, choice!), call.Aborted);
        return Answer.Success();
    }
}
