using System.Buffers;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Trellis.Server.Kernel.Models;

/// <summary>An embedding model of an upstream.</summary>
/// <seealso href="https://platform.openai.com/docs/api-reference/embeddings/create">The call</seealso>
internal sealed class UpstreamEmbeddingModel(
    EmbeddingModelOptions model, Upstream upstream, TimeProvider time, ILogger<UpstreamEmbeddingModel> logger) : IEmbeddingModel
{
    public string Name => model.Name;

    public async ValueTask<EmbeddingResult> EmbedAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentOutOfRangeException.ThrowIfZero(texts.Count);

        using var call = new UpstreamCall(upstream, isStreamed: false, time, cancellationToken);
        ChatFailure failure;
        try
        {
            var (vectors, refused) = await EmbedAsync(call, texts);
            if (vectors is not null)
            {
                return new EmbeddingAnswer(vectors);
            }

            failure = refused!;
        }
        catch (Exception exception) when (call.Explain(exception) is { } explained)
        {
            failure = explained;
        }

        ModelLog.UpstreamFailed(logger, upstream.Name, Name, failure.Error.Status, failure.Error.Code);
        return new EmbeddingFailure(failure);
    }

    private async ValueTask<(IReadOnlyList<float[]>? Vectors, ChatFailure? Failure)> EmbedAsync(UpstreamCall call, IReadOnlyList<string> texts)
    {
        var response = await call.SendAsync(upstream.Embeddings, Write(texts));
        if (!response.IsSuccessStatusCode)
        {
            var (explanation, _) = await UpstreamBody.ReadAsync(response, UpstreamRefusal.BodyLimit, call.Clock);
            return (null, upstream.Refusal.Read(response, explanation));
        }

        var (json, isWhole) = await UpstreamBody.ReadAsync(response, upstream.Limits.ResponseBytes, call.Clock);
        if (!isWhole)
        {
            return (null, upstream.Failures.TooLarge(upstream.Limits.ResponseBytes));
        }

        return EmbeddingVectors.TryRead(json, texts.Count) is { } vectors ? (vectors, null) : (null, upstream.Failures.Unintelligible());
    }

    private ReadOnlyMemory<byte> Write(IReadOnlyList<string> texts)
    {
        var body = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(body, OpenAiJson.WriterOptions);
        json.WriteStartObject();
        json.WriteString("model"u8, model.UpstreamName);
        json.WriteStartArray("input"u8);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
        json.WriteString("encoding_format"u8, "float"u8);
        json.WriteEndObject();
        json.Flush();
        return body.WrittenMemory;
    }
}
