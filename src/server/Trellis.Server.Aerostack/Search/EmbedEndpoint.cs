using Microsoft.AspNetCore.Http;
using Trellis.Server.Aerostack.Ai;
using Trellis.Server.Aerostack.Errors;
using Trellis.Server.Aerostack.Http;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Models;

namespace Trellis.Server.Aerostack.Search;

/// <summary><c>POST /v1/ai/embed</c> (contract, section 2.2.5): the vector of a text.</summary>
internal sealed class EmbedEndpoint(EmbeddingModels models)
{
    private static AerostackError NoModel =>
        new(StatusCodes.Status503ServiceUnavailable, ErrorCodes.Internal, "The server has no embedding model: list one under 'embeddings' of an upstream.")
        {
            Reason = "no_embedding_model",
        };

    /// <summary>Turns a text into a vector. A model that the server does not have means its first, and the answer says which it was.</summary>
    public async ValueTask<JsonAnswer> EmbedAsync(AerostackCall call)
    {
        var fields = call.Fields;
        var text = fields.Text("text", SearchLimits.LongestContent);
        var name = fields.OptionalText("model");
        if (!fields.Errors.IsEmpty)
            return AerostackErrors.Invalid(fields.Errors);
        if (models.Named(name) is not { } model)
            return NoModel;

        var result = await model.EmbedAsync([text], call.Aborted);
        if (result is EmbeddingFailure failure)
            return UpstreamErrors.Of(failure.Error, failure.RetryAfter);

        var vector = ((EmbeddingAnswer)result).Vectors[0];
        return Answer.Ok(json =>
        {
            json.WriteStartArray("embedding"u8);
            foreach (var number in vector)
                json.WriteNumberValue(number);
            json.WriteEndArray();
            json.WriteString("model"u8, model.Name);
        });
    }
}
