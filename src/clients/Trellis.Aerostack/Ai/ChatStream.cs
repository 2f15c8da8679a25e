using System.Runtime.CompilerServices;
using System.Text.Json;
using Trellis.Aerostack.Json;

namespace Trellis.Aerostack;

/// <summary>Reads answers that come piece by piece. Contract section 2.2.10.</summary>
internal static class ChatStream
{
    private const string End = "[DONE]";
    private const int LongestEvent = 4 * 1024 * 1024;

    /// <summary>What a request for a stream says it takes; an error before the stream begins is JSON.</summary>
    public static CallOverrides Overrides { get; } = new()
    {
        Headers = new Dictionary<string, string> { ["Accept"] = "text/event-stream, application/json" },
    };

    /// <summary>
    /// The pieces up to the end mark, or to the end of the body where a server leaves that out. What is no JSON is passed over. Whoever stops
    /// reading closes the connection.
    /// </summary>
    /// <param name="open">Makes the call.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public static async IAsyncEnumerable<ChatCompletionChunk> ReadAsync(
        Func<CancellationToken, ValueTask<OpenResponse>> open, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var response = await open(cancellationToken).ConfigureAwait(false);
        await foreach (var item in SseReader.ReadAsync(response.ReadAsync, LongestEvent, cancellationToken).ConfigureAwait(false))
        {
            var data = item.Data.AsSpan().Trim();
            if (data.SequenceEqual(End))
            {
                yield break;
            }

            if (TryParse(data, out var chunk))
            {
                yield return chunk;
            }
        }
    }

    private static bool TryParse(ReadOnlySpan<char> data, out ChatCompletionChunk chunk)
    {
        chunk = null!;
        try
        {
            chunk = JsonSerializer.Deserialize(data, AerostackJsonContext.Default.ChatCompletionChunk)!;
        }
        catch (JsonException)
        {
            // As every client of the platform does it: a server may put in what only others understand.
        }

        return chunk is not null;
    }
}
