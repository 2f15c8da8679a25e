namespace Trellis.Aerostack;

/// <summary>Server addresses with names in braces. Contract section 5.2.</summary>
internal static class ServerUrlTemplate
{
    /// <summary>The address with each name replaced by its text, as it is.</summary>
    /// <exception cref="ArgumentException">What comes out is no address.</exception>
    public static Uri Fill(string template, IReadOnlyDictionary<string, string> parameters)
    {
        var text = parameters.Aggregate(
            template, static (url, parameter) => url.Replace($"{{{parameter.Key}}}", parameter.Value, StringComparison.Ordinal));
        return Uri.TryCreate(text, UriKind.Absolute, out var address)
            ? address
            : throw new ArgumentException($"The server address '{text}' is not absolute. It should look like {AerostackServers.All[0]}.");
    }
}
