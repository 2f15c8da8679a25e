namespace Trellis;

/// <summary>Puts a caller's headers in place of those that the pipeline has set.</summary>
internal static class HeaderOverrides
{
    /// <summary>Sets each header, on the request or on its content, wherever HTTP has it.</summary>
    public static void Apply(IReadOnlyDictionary<string, string> headers, HttpRequestMessage request)
    {
        foreach (var (name, value) in headers)
        {
            if (request.Headers.NonValidated.Contains(name))
            {
                request.Headers.Remove(name);
            }

            if (request.Headers.TryAddWithoutValidation(name, value) || request.Content is null)
            {
                continue;
            }

            request.Content.Headers.Remove(name);
            request.Content.Headers.TryAddWithoutValidation(name, value);
        }
    }
}
