using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace Trellis.Server.Kernel.Models;

/// <summary>The models of the configured upstreams, or the simulator when there are none.</summary>
internal sealed class ModelCatalog : IModelCatalog, IEmbeddingCatalog, IDisposable
{
    private readonly List<Upstream> _upstreams = [];
    private readonly FrozenDictionary<string, IChatModel> _models;
    private readonly FrozenDictionary<string, IEmbeddingModel> _embeddings;

    public ModelCatalog(ModelOptions options, TimeProvider time, ILoggerFactory loggers)
    {
        var models = new List<IChatModel>();
        var embeddings = new List<IEmbeddingModel>();
        var logger = loggers.CreateLogger<UpstreamModel>();
        var now = time.GetUtcNow();
        foreach (var upstreamOptions in options.Upstreams)
        {
            var upstream = new Upstream(upstreamOptions, options.Limits, time);
            _upstreams.Add(upstream);
            models.AddRange(
                upstreamOptions.Models.Select(
                    model => new UpstreamModel(Describe(model, upstream, now), model.UpstreamName, upstream, time, logger)));
            embeddings.AddRange(
                upstreamOptions.Embeddings.Select(
                    model => new UpstreamEmbeddingModel(model, upstream, time, loggers.CreateLogger<UpstreamEmbeddingModel>())));
        }

        if (models.Count == 0)
        {
            IsSimulated = true;
            models.Add(new EchoModel(time));
            ModelLog.SimulatorAnswers(logger, EchoModel.Name);
        }

        LongestCall = options.Limits.Total;
        Models = [.. models.Select(static model => model.Description)];
        EmbeddingModels = [.. embeddings.Select(static model => model.Name)];
        _embeddings = embeddings.ToFrozenDictionary(static model => model.Name, StringComparer.Ordinal);
        _models = models.ToFrozenDictionary(static model => model.Description.Name, StringComparer.Ordinal);
    }

    public IReadOnlyList<ModelDescription> Models { get; }

    public bool IsSimulated { get; }

    public TimeSpan LongestCall { get; }

    public IReadOnlyList<string> EmbeddingModels { get; }

    public bool TryResolve(string name, [NotNullWhen(true)] out IChatModel? model) => _models.TryGetValue(name, out model);

    public bool TryResolve(string name, [NotNullWhen(true)] out IEmbeddingModel? model) => _embeddings.TryGetValue(name, out model);

    public void Dispose() => _upstreams.ForEach(static upstream => upstream.Dispose());

    private static ModelDescription Describe(UpstreamModelOptions model, Upstream upstream, DateTimeOffset now) =>
        new(model.Name, upstream.Name, model.Price, now, model.MaxOutputTokens, model.Description);
}
