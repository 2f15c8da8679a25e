using Trellis.Server.Aerostack.Ai;
using Trellis.Server.Aerostack.Errors;
using Trellis.Server.Kernel.Models;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Search;

/// <summary>Makes vectors of texts with the model that a project has chosen.</summary>
internal sealed class Embedder(EmbeddingModels models, IStore store)
{
    /// <summary>The vector of a text; null when the server has no embedding model.</summary>
    public async ValueTask<(DocumentVector? Vector, AerostackError? Refusal)> EmbedAsync(
        string projectId, string text, CancellationToken cancellationToken)
    {
        if (models.Named(null) is null)
            return (null, null);

        var choice = await store.ReadAsync(session => SettingTable.FindAsync(session, projectId), cancellationToken);
        var model = models.For(choice ?? EmbeddingChoice.English)!;
        return await model.EmbedAsync([text], cancellationToken) switch
        {
            EmbeddingAnswer answer => (DocumentVector.Of(model.Name, answer.Vectors[0]), null),
            EmbeddingFailure failure => (null, UpstreamErrors.Of(failure.Error, failure.RetryAfter)),
            var other => throw new InvalidOperationException($"A model answered with {other.GetType().Name}."),
        };
    }
}
