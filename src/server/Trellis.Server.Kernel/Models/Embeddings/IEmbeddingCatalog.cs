using System.Diagnostics.CodeAnalysis;

namespace Trellis.Server.Kernel.Models;

/// <summary>The embedding models this server can reach. Fixed once the server has started; safe for concurrent use.</summary>
public interface IEmbeddingCatalog
{
    /// <summary>The names of all embedding models, in the order of the configuration; empty when no upstream has any.</summary>
    IReadOnlyList<string> EmbeddingModels { get; }

    /// <summary>Finds the model that callers know as <paramref name="name"/>. Names are compared exactly, by ordinal.</summary>
    bool TryResolve(string name, [NotNullWhen(true)] out IEmbeddingModel? model);
}
