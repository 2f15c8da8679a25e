using Trellis.Server.Askii.Platform;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Models;

namespace Trellis.Server.Askii.Models;

/// <summary><c>available-models</c>: every model that a key can be given.</summary>
internal sealed class ListAvailableModels(IModelCatalog catalog) : IPlatformOperation<EmptyRequest>
{
    private readonly AvailableModels _answer = new(catalog.Models);

    /// <inheritdoc/>
    public ValueTask<JsonObjectAnswer> RunAsync(EmptyRequest request, Caller caller, CancellationToken cancellationToken) => new(_answer);
}
