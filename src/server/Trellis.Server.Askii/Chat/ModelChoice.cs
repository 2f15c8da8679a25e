using System.Diagnostics.CodeAnalysis;
using Trellis.Server.Askii.Keys;
using Trellis.Server.Kernel.Models;

namespace Trellis.Server.Askii.Chat;

/// <summary>Decides which model answers a chat.</summary>
internal sealed class ModelChoice(IModelCatalog catalog)
{
    /// <summary>The model that the request names, else the key's default one, if the key opens it and the server has it.</summary>
    public bool TryChoose(
        AskiiKey key, ChatRequest request, [NotNullWhen(true)] out IChatModel? model, [NotNullWhen(false)] out OpenAiError? error)
    {
        model = null;
        error = (request.Model ?? key.DefaultModel) switch
        {
            null => OpenAiError.ModelRequired(),
            var name when key.Models.Contains(name) && catalog.TryResolve(name, out model) => null,
            var name => OpenAiError.ModelNotFound(name),
        };
        return model is not null;
    }
}
