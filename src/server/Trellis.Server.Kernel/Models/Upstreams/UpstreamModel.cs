using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Trellis.Server.Kernel.Models;

/// <summary>A model of an upstream.</summary>
internal sealed class UpstreamModel(
    ModelDescription description, string upstreamName, Upstream upstream, TimeProvider time, ILogger<UpstreamModel> logger) : IChatModel
{
    public ModelDescription Description => description;

    public async ValueTask<ChatResult> CompleteAsync(ChatRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var call = new UpstreamCall(upstream, request.Stream, time, cancellationToken);
        try
        {
            var result = await CompleteAsync(call, request);
            if (result is ChatStream)
            {
                // The stream owns the call from here on.
                call = null;
            }
            else if (result is ChatFailure failure)
            {
                ModelLog.UpstreamFailed(logger, upstream.Name, description.Name, failure.Error.Status, failure.Error.Code);
            }

            return result;
        }
        finally
        {
            call?.Dispose();
        }
    }

    private async ValueTask<ChatResult> CompleteAsync(UpstreamCall call, ChatRequest request)
    {
        try
        {
            var askForUsage = request.Stream && upstream.AsksForUsage;
            var response = await call.SendAsync(upstream.Completions, UpstreamRequestBody.Write(request, upstreamName, askForUsage));
            if (!response.IsSuccessStatusCode)
            {
                var (explanation, _) = await UpstreamBody.ReadAsync(response, UpstreamRefusal.BodyLimit, call.Clock);
                return upstream.Refusal.Read(response, explanation);
            }

            return request.Stream ? await OpenStreamAsync(call, response, request) : await ReadAnswerAsync(call, response, request);
        }
        catch (Exception exception) when (call.Explain(exception) is { } failure)
        {
            return failure;
        }
    }

    private async ValueTask<ChatResult> OpenStreamAsync(UpstreamCall call, HttpResponseMessage response, ChatRequest request)
    {
        if (response.Content.Headers.ContentType?.MediaType is not "text/event-stream")
        {
            return upstream.Failures.Unintelligible();
        }

        var body = await response.Content.ReadAsStreamAsync(call.Clock.Token);
        return new UpstreamChatStream(call, body, new UsageMeter(request), withholdUsage: !request.IncludeUsage);
    }

    private async ValueTask<ChatResult> ReadAnswerAsync(UpstreamCall call, HttpResponseMessage response, ChatRequest request)
    {
        var (json, isWhole) = await UpstreamBody.ReadAsync(response, upstream.Limits.ResponseBytes, call.Clock);
        if (!isWhole)
        {
            return upstream.Failures.TooLarge(upstream.Limits.ResponseBytes);
        }

        if (!IsCompletion(json.Span))
        {
            return upstream.Failures.Unintelligible();
        }

        var meter = new UsageMeter(request);
        meter.Observe(json.Span);
        return new ChatAnswer(json, meter.Usage);
    }

    private static bool IsCompletion(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            return reader.Read() && reader.TokenType is JsonTokenType.StartObject && HasChoices(ref reader);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool HasChoices(ref Utf8JsonReader reader)
    {
        var found = false;
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var isChoices = reader.ValueTextEquals("choices"u8);
            reader.Read();
            found |= isChoices && reader.TokenType is JsonTokenType.StartArray;
            reader.Skip();
        }

        // Reading past the end makes sure that nothing follows the object.
        return !reader.Read() && found;
    }
}
