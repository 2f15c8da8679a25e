using System.Buffers;
using System.Text.Json;

namespace Trellis.Server.Kernel.Models;

/// <summary>Writes a reply of the simulator in the shape of OpenAI's API.</summary>
/// <seealso href="https://platform.openai.com/docs/api-reference/chat/object">The completion</seealso>
/// <seealso href="https://platform.openai.com/docs/api-reference/chat-streaming/streaming">The chunk</seealso>
internal sealed class EchoCompletion(ChatRequest request, EchoReply reply, DateTimeOffset created)
{
    /// <summary>Writes the plain answer.</summary>
    public void WriteAnswer(IBufferWriter<byte> output)
    {
        using var writer = Begin(output, "chat.completion"u8);
        writer.WriteStartArray("choices"u8);
        for (var choice = 0; choice < request.Choices; choice++)
        {
            WriteChoice(writer, choice);
        }

        writer.WriteEndArray();
        WriteUsage(writer);
        writer.WriteEndObject();
    }

    /// <summary>Writes the event that begins a choice.</summary>
    public void WriteStart(IBufferWriter<byte> output, int choice) => WriteChunk(output, choice, content: "", isStart: true);

    /// <summary>Writes the event that carries a token.</summary>
    public void WriteToken(IBufferWriter<byte> output, int choice, string token) => WriteChunk(output, choice, token);

    /// <summary>Writes the event that ends a choice.</summary>
    public void WriteEnd(IBufferWriter<byte> output, int choice) => WriteChunk(output, choice, content: null);

    /// <summary>Writes the event that reports usage.</summary>
    public void WriteReport(IBufferWriter<byte> output)
    {
        output.Write("data: "u8);
        using (var writer = Begin(output, "chat.completion.chunk"u8))
        {
            writer.WriteStartArray("choices"u8);
            writer.WriteEndArray();
            WriteUsage(writer);
            writer.WriteEndObject();
        }

        output.Write("\n\n"u8);
    }

    private Utf8JsonWriter Begin(IBufferWriter<byte> output, ReadOnlySpan<byte> type)
    {
        var writer = new Utf8JsonWriter(output, OpenAiJson.WriterOptions);
        writer.WriteStartObject();
        writer.WriteString("id"u8, reply.Id);
        writer.WriteString("object"u8, type);
        writer.WriteNumber("created"u8, created.ToUnixTimeSeconds());
        writer.WriteString("model"u8, EchoModel.Name);
        writer.WriteString("system_fingerprint"u8, "fp_trellis_simulator"u8);
        return writer;
    }

    private void WriteChoice(Utf8JsonWriter writer, int choice)
    {
        writer.WriteStartObject();
        writer.WriteNumber("index"u8, choice);
        writer.WriteStartObject("message"u8);
        writer.WriteString("role"u8, "assistant"u8);
        writer.WriteString("content"u8, string.Concat(reply.Tokens));
        writer.WriteNull("refusal"u8);
        writer.WriteEndObject();
        writer.WriteNull("logprobs"u8);
        writer.WriteString("finish_reason"u8, reply.FinishReason);
        writer.WriteEndObject();
    }

    private void WriteChunk(IBufferWriter<byte> output, int choice, string? content, bool isStart = false)
    {
        output.Write("data: "u8);
        using (var writer = Begin(output, "chat.completion.chunk"u8))
        {
            writer.WriteStartArray("choices"u8);
            writer.WriteStartObject();
            writer.WriteNumber("index"u8, choice);
            WriteDelta(writer, content, isStart);
            writer.WriteNull("logprobs"u8);
            writer.WriteString("finish_reason"u8, content is null ? reply.FinishReason : null);
            writer.WriteEndObject();
            writer.WriteEndArray();
            if (request.IncludeUsage)
            {
                writer.WriteNull("usage"u8);
            }

            writer.WriteEndObject();
        }

        output.Write("\n\n"u8);
    }

    private static void WriteDelta(Utf8JsonWriter writer, string? content, bool isStart)
    {
        writer.WriteStartObject("delta"u8);
        if (isStart)
        {
            writer.WriteString("role"u8, "assistant"u8);
        }

        if (content is not null)
        {
            writer.WriteString("content"u8, content);
        }

        writer.WriteEndObject();
    }

    private void WriteUsage(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("usage"u8);
        writer.WriteNumber("prompt_tokens"u8, reply.Usage.PromptTokens);
        writer.WriteNumber("completion_tokens"u8, reply.Usage.CompletionTokens);
        writer.WriteNumber("total_tokens"u8, reply.Usage.TotalTokens);
        writer.WriteEndObject();
    }
}
