using Trellis.Server.Kernel.Models;

namespace Trellis.Server.Aerostack.Ai;

/// <summary>Decides which model answers. Applications name models of the hosted platform, which this server does not have; those names mean its first one.</summary>
internal sealed class ChatModels(IModelCatalog catalog)
{
    /// <summary>The model of a name, else the first of the server. The answer says which it was.</summary>
    public IChatModel Choose(string? name)
    {
        if (name is not null && catalog.TryResolve(name, out var model))
            return model;

        return catalog.TryResolve(catalog.Models[0].Name, out var first) ? first : throw new InvalidOperationException("The catalogue lists a model that it does not have.");
    }
}
