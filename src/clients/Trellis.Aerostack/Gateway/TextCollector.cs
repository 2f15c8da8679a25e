using System.Text;

namespace Trellis.Aerostack;

/// <summary>Puts a stream's pieces together. Contract sections 2.2.10 and 2.3.3.</summary>
internal static class TextCollector
{
    /// <summary>Reads the stream to its end. Giving up is no failure here: what had arrived is returned.</summary>
    /// <param name="chunks">The stream.</param>
    /// <param name="onText">Told each piece; <see langword="null"/> for nobody.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<GatewayText> CollectAsync(
        IAsyncEnumerable<ChatCompletionChunk> chunks, Action<string>? onText, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        var estimate = 0L;
        long? told = null;
        var wasCancelled = false;
        try
        {
            await foreach (var chunk in chunks.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                told = chunk.Usage is { } usage ? usage.TotalTokens ?? usage.CompletionTokens ?? told : told;
                if (chunk.Text is { Length: > 0 } piece)
                {
                    text.Append(piece);
                    estimate += (piece.Length + 3) / 4;
                    onText?.Invoke(piece);
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            wasCancelled = true;
        }

        return new(text.ToString(), told ?? estimate, wasCancelled);
    }
}
