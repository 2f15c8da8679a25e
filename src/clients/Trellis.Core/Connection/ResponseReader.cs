using System.Collections.Frozen;

namespace Trellis;

/// <summary>Reads what the pipeline needs of a response.</summary>
internal static class ResponseReader
{
    /// <summary>The room that a buffer for a body should begin with; most answers fit.</summary>
    public const int UsualSize = 4096;

    /// <summary>The size of the pieces in which a body is delivered to a stream.</summary>
    public const int DeliverySize = 32 * 1024;

    /// <summary>Reads the body into <paramref name="buffer"/>.</summary>
    /// <returns>Whether it ended within <paramref name="limit"/> bytes.</returns>
    public static async ValueTask<bool> ReadAsync(
        HttpResponseMessage response, PooledBuffer buffer, int limit, Transfer transfer, CancellationToken cancellationToken)
    {
        var stream = await transfer.OpenAsync(response.Content, cancellationToken).ConfigureAwait(false);
        while (true)
        {
            var read = await ReadSomeAsync(stream, buffer, transfer, cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                return true;
            }

            buffer.Advance(read);
            if (buffer.Length > limit)
            {
                buffer.TrimEnd(buffer.Length - limit);
                return false;
            }
        }
    }

    /// <summary>Reads what there is into the free room of <paramref name="buffer"/>, which is to advance by the result; 0 at the end.</summary>
    public static async ValueTask<int> ReadSomeAsync(Stream stream, PooledBuffer buffer, Transfer transfer, CancellationToken cancellationToken)
    {
        try
        {
            return await transfer.ReadAsync(stream, buffer.GetMemory(), cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidOperationException exception) when (exception is not ObjectDisposedException)
        {
            // Only Brotli's stream says it so; the others throw what is thrown here.
            throw new InvalidDataException("The body is not of the encoding that its header says.", exception);
        }
    }

    /// <summary>All headers, those of the content too, names compared without case.</summary>
    public static IReadOnlyDictionary<string, string> Headers(HttpResponseMessage response)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in response.Headers.NonValidated)
        {
            headers[name] = values.ToString();
        }

        foreach (var (name, values) in response.Content.Headers.NonValidated)
        {
            headers[name] = values.ToString();
        }

        return headers.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>One header's value, or <see langword="null"/>.</summary>
    public static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;

    /// <summary>The value of a header that describes the content, or <see langword="null"/>.</summary>
    public static string? ContentHeader(HttpResponseMessage response, string name) =>
        response.Content.Headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;
}
