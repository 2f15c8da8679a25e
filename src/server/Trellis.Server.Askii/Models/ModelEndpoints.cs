using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Trellis.Server.Askii.Chat;
using Trellis.Server.Askii.Keys;
using Trellis.Server.Kernel.Models;

namespace Trellis.Server.Askii.Models;

/// <summary><c>GET /v1/models</c> and <c>GET /v1/models/{model}</c> in the shape of OpenAI's API: the models that the key opens.</summary>
/// <seealso href="https://platform.openai.com/docs/api-reference/models">Models</seealso>
internal sealed class ModelEndpoints(KeyGate gate, IModelCatalog catalog)
{
    /// <summary>The name of the route value that holds a model's name.</summary>
    public const string NameParameter = "model";

    private readonly ReadOnlyMemory<byte> _all = OpenAiModelList.Write(catalog.Models);

    /// <summary>Lists the models.</summary>
    public async Task ListAsync(HttpContext context)
    {
        var admission = await gate.AdmitAsync(context);
        await (admission.IsAdmitted
            ? WriteAsync(context, ListFor(admission.Key))
            : admission.Error.WriteAsync(context.Response, context.RequestAborted));
    }

    /// <summary>Describes one model.</summary>
    public async Task GetAsync(HttpContext context)
    {
        var admission = await gate.AdmitAsync(context);
        if (!admission.IsAdmitted)
            await admission.Error.WriteAsync(context.Response, context.RequestAborted);
        else if (NameOf(context) is var name && admission.Key.Models.Contains(name) && catalog.TryResolve(name, out var model))
            await WriteAsync(context, OpenAiModelList.Write(model.Description));
        else
            await OpenAiError.ModelNotFound(name).WriteAsync(context.Response, context.RequestAborted);
    }

    // Names such as "vendor/model" may come with their slash escaped, which the web server leaves as it is.
    private static string NameOf(HttpContext context) =>
        ((string?)context.GetRouteValue(NameParameter) ?? "").Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);

    private static async Task WriteAsync(HttpContext context, ReadOnlyMemory<byte> json)
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = json.Length;
        await context.Response.BodyWriter.WriteAsync(json, context.RequestAborted);
    }

    private ReadOnlyMemory<byte> ListFor(AskiiKey key) =>
        key.Models.IsAll ? _all : OpenAiModelList.Write(catalog.Models.Where(model => key.Models.Contains(model.Name)));
}
