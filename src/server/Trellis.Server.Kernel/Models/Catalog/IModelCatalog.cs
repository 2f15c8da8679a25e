using System.Diagnostics.CodeAnalysis;

namespace Trellis.Server.Kernel.Models;

/// <summary>The models this server can reach. Fixed once the server has started; safe for concurrent use.</summary>
public interface IModelCatalog
{
    /// <summary>Every model, in the order of the configuration; never empty.</summary>
    IReadOnlyList<ModelDescription> Models { get; }

    /// <summary>Whether there is nothing but the simulator, because no upstream is configured.</summary>
    bool IsSimulated { get; }

    /// <summary>The longest that a call of any model can last, the passing on of its answer included.</summary>
    TimeSpan LongestCall { get; }

    /// <summary>Finds the model that callers know as <paramref name="name"/>. Names are compared exactly, by ordinal.</summary>
    bool TryResolve(string name, [NotNullWhen(true)] out IChatModel? model);
}
