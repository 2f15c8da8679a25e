using Trellis.Server.Kernel.Models;

namespace Trellis.Server.Aerostack.Search;

/// <summary>Decides which of the server's embedding models is meant. Safe for concurrent use.</summary>
internal sealed class EmbeddingModels
{
    private readonly IEmbeddingCatalog _catalog;
    private readonly SearchOptions _options;

    /// <summary>Checks that the server has what the configuration names.</summary>
    /// <exception cref="ArgumentException">It does not.</exception>
    public EmbeddingModels(IEmbeddingCatalog catalog, SearchOptions options)
    {
        (_catalog, _options) = (catalog, options);
        foreach (var (choice, name) in options.Models)
        {
            if (name is not null && !catalog.TryResolve(name, out _))
                throw new ArgumentException($"'aerostack:search:{choice}' names '{name}', which is no embedding model of an upstream.");
        }
    }

    /// <summary>The model for a project's choice: the one that is configured for it, else the one of the hosted platform's name, else the first; null when there is none.</summary>
    public IEmbeddingModel? For(string choice)
    {
        if (_options.Models[choice] is { } configured)
            return Find(configured);

        return EmbeddingChoice.HostedNames(choice).Select(Find).FirstOrDefault(static model => model is not null) ?? First;
    }

    /// <summary>The model of a name, else the first, since applications name models of the hosted platform; null when there is none.</summary>
    public IEmbeddingModel? Named(string? name) => name is null ? For(EmbeddingChoice.English) : Find(name) ?? First;

    private IEmbeddingModel? First => _catalog.EmbeddingModels is [var first, ..] ? Find(first) : null;

    private IEmbeddingModel? Find(string name) => _catalog.TryResolve(name, out var model) ? model : null;
}
