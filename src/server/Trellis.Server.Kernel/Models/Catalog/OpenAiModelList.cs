using System.Buffers;
using System.Text.Json;

namespace Trellis.Server.Kernel.Models;

/// <summary>
/// Writes models as OpenAI's API lists them. Two members are ours, and clients pass over them: <c>description</c> where a model has one,
/// and <c>pricing</c> in US dollars per million tokens.
/// </summary>
/// <seealso href="https://platform.openai.com/docs/api-reference/models/object">The model object</seealso>
public static class OpenAiModelList
{
    /// <summary>The body of <c>GET /v1/models</c>, as UTF-8 JSON.</summary>
    public static ReadOnlyMemory<byte> Write(IEnumerable<ModelDescription> models)
    {
        ArgumentNullException.ThrowIfNull(models);
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(output, OpenAiJson.WriterOptions))
        {
            writer.WriteStartObject();
            writer.WriteString("object"u8, "list"u8);
            writer.WriteStartArray("data"u8);
            foreach (var model in models)
            {
                WriteModel(writer, model);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return output.WrittenMemory;
    }

    /// <summary>The body of <c>GET /v1/models/{name}</c>, as UTF-8 JSON.</summary>
    public static ReadOnlyMemory<byte> Write(ModelDescription model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(output, OpenAiJson.WriterOptions))
        {
            WriteModel(writer, model);
        }

        return output.WrittenMemory;
    }

    private static void WriteModel(Utf8JsonWriter writer, ModelDescription model)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, model.Name);
        writer.WriteString("object"u8, "model"u8);
        writer.WriteNumber("created"u8, model.Created.ToUnixTimeSeconds());
        writer.WriteString("owned_by"u8, model.OwnedBy);
        if (model.Description is not null)
        {
            writer.WriteString("description"u8, model.Description);
        }

        writer.WriteStartObject("pricing"u8);
        writer.WriteNumber("input_per_million"u8, model.Price.InputPerMillion);
        writer.WriteNumber("output_per_million"u8, model.Price.OutputPerMillion);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
