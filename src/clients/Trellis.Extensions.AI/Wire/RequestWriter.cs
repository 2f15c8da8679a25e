using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace Trellis.Extensions.AI;

/// <summary>Writes a chat as OpenAI's API has it.</summary>
internal static class RequestWriter
{
    public static JsonObject Write(IEnumerable<ChatMessage> messages, ChatOptions? options, string? model, bool stream)
    {
        var body = new JsonObject { ["messages"] = MessageWriter.Write(messages, options?.Instructions) };
        Set(body, "model", options?.ModelId ?? model);
        if (stream)
        {
            body["stream"] = true;
            body["stream_options"] = new JsonObject { ["include_usage"] = true };
        }

        if (options is not null)
        {
            WriteOptions(body, options);
        }

        return body;
    }

    private static void WriteOptions(JsonObject body, ChatOptions options)
    {
        Set(body, "temperature", Number(options.Temperature));
        Set(body, "top_p", Number(options.TopP));
        Set(body, "max_tokens", options.MaxOutputTokens);
        Set(body, "frequency_penalty", Number(options.FrequencyPenalty));
        Set(body, "presence_penalty", Number(options.PresencePenalty));
        Set(body, "seed", options.Seed);
        Set(body, "stop", options.StopSequences is { Count: > 0 } stops ? new JsonArray([.. stops.Select(static stop => JsonValue.Create(stop))]) : null);
        Set(body, "response_format", Format(options.ResponseFormat));
        ToolWriter.Write(body, options);
        foreach (var (name, value) in options.AdditionalProperties ?? [])
        {
            if (!body.ContainsKey(name))
            {
                body[name] = JsonValues.Convert(value);
            }
        }
    }

    // By way of decimal: 0.2f is then 0.2 and not 0.20000000298.
    private static JsonValue? Number(float? value) => value is { } number ? JsonValue.Create((decimal)number) : null;

    private static JsonObject? Format(ChatResponseFormat? format) => format switch
    {
        ChatResponseFormatJson { Schema: { } schema } json => new JsonObject
        {
            ["type"] = "json_schema",
            ["json_schema"] = Schema(json, JsonNode.Parse(schema.GetRawText())),
        },
        ChatResponseFormatJson => new JsonObject { ["type"] = "json_object" },
        ChatResponseFormatText => new JsonObject { ["type"] = "text" },
        _ => null,
    };

    private static JsonObject Schema(ChatResponseFormatJson format, JsonNode? schema)
    {
        var written = new JsonObject { ["name"] = format.SchemaName ?? "answer", ["schema"] = schema };
        Set(written, "description", format.SchemaDescription);
        return written;
    }

    private static void Set(JsonObject body, string name, JsonNode? value)
    {
        if (value is not null)
        {
            body[name] = value;
        }
    }
}
