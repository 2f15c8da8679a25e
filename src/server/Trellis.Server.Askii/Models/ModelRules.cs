using Trellis.Server.Askii.Keys;
using Trellis.Server.Askii.Requests;
using Trellis.Server.Kernel.Models;

namespace Trellis.Server.Askii.Models;

/// <summary>What the models of a key may be.</summary>
internal sealed class ModelRules(IModelCatalog catalog)
{
    /// <summary>Reports models that this server does not have, and a default model that the key would not open.</summary>
    public void Check(ModelSelection selection, string? defaultModel, FieldErrors errors)
    {
        foreach (var (index, name) in selection.Names.Index())
        {
            if (!catalog.TryResolve(name, out _))
                errors.Add("models", "No such model", "unknown_model", index);
        }

        if (defaultModel is null)
            return;

        if (!catalog.TryResolve(defaultModel, out _))
            errors.Add("default_model", "No such model", "unknown_model");
        else if (!selection.Contains(defaultModel))
            errors.Add("default_model", "The default model should be one of the key's models", "value_error");
    }
}
