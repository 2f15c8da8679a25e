using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace Trellis.Extensions.AI;

/// <summary>A platform's chat. Safe for concurrent use; disposing it does nothing, since the platform's client is the caller's.</summary>
internal sealed class PlatformChatClient(ChatTransport transport, ChatClientMetadata metadata) : IChatClient
{
    private const int LongestEvent = 4 * 1024 * 1024;

    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var body = RequestWriter.Write(messages, options, metadata.DefaultModelId, stream: false);
        return AnswerReader.Read(await transport.SendAsync(body, cancellationToken).ConfigureAwait(false));
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var body = RequestWriter.Write(messages, options, metadata.DefaultModelId, stream: true);
        using var response = await transport.OpenAsync(body, cancellationToken).ConfigureAwait(false);
        var reader = new UpdateReader();
        var isWhole = false;
        await foreach (var item in SseReader.ReadAsync(response.ReadAsync, LongestEvent, cancellationToken).ConfigureAwait(false))
        {
            if (item.Data.AsSpan().Trim().SequenceEqual("[DONE]"))
            {
                isWhole = true;
                break;
            }

            if (Parse(item.Data) is { } chunk)
            {
                yield return reader.Read(chunk);
            }
        }

        // Some servers leave the end mark out, but none the reason why the model stopped.
        if (!isWhole && !reader.IsFinished)
        {
            throw transport.Broken("The stream of the answer broke off before its end. What had arrived is not the whole answer.");
        }

        if (reader.ToolCalls() is { } calls)
        {
            yield return calls;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(ChatClientMetadata) ? metadata
            : serviceType.IsInstanceOfType(transport.Client) ? transport.Client
            : serviceType.IsInstanceOfType(this) ? this
            : null;
    }

    public void Dispose()
    {
    }

    private JsonObject? Parse(string data)
    {
        JsonObject? chunk;
        try
        {
            chunk = JsonNode.Parse(data) as JsonObject;
        }
        catch (JsonException)
        {
            throw transport.Broken("The stream of the answer has a piece that is no JSON, so it broke off.");
        }

        return chunk?["error"] is { } error
            ? throw transport.Broken($"The model's answer failed: {Redactor.Default.RedactJson(error.ToJsonString())}")
            : chunk;
    }
}
