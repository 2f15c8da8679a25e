using System.Text.Json;
using Trellis.Server.Askii.Platform;
using Trellis.Server.Kernel.Models;

namespace Trellis.Server.Askii.Models;

/// <summary>The answer of <c>available-models</c>: objects, where the models of a key are plain names.</summary>
internal sealed class AvailableModels(IReadOnlyList<ModelDescription> models) : PlatformAnswer
{
    /// <inheritdoc/>
    protected override void WriteMembers(Utf8JsonWriter json)
    {
        json.WriteStartArray("models"u8);
        foreach (var model in models)
        {
            json.WriteStartObject();
            json.WriteString("model_name"u8, model.Name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
