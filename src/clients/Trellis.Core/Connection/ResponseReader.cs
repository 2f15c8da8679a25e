using System.Collections.Frozen;

namespace Trellis;

/// <summary>Reads what the pipeline needs of a response.</summary>
internal static class ResponseReader
{
    private const int ChunkSize = 4096;

    /// <summary>Reads the body into <paramref name="buffer"/>.</summary>
    /// <returns>Whether it ended within <paramref name="limit"/> bytes.</returns>
    public static async ValueTask<bool> ReadAsync(
        HttpResponseMessage response, PooledBuffer buffer, int limit, Transfer transfer, CancellationToken cancellationToken)
    {
        var stream = await transfer.OpenAsync(response.Content, cancellationToken).ConfigureAwait(false);
        while (true)
        {
            var read = await transfer.ReadAsync(stream, buffer.GetMemory(ChunkSize), cancellationToken).ConfigureAwait(false);
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
}
