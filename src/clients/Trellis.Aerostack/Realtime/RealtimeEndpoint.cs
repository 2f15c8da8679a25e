namespace Trellis.Aerostack;

/// <summary>Where the connection goes, and how it carries the credentials. Contract section 7.1.</summary>
internal static class RealtimeEndpoint
{
    private const string Version = "aerostack-v1";

    /// <summary>The address.</summary>
    public static Uri Address(Uri baseUrl, string? projectId, string? userId)
    {
        var host = ApiHost.Of(baseUrl).GetLeftPart(UriPartial.Path).TrimEnd('/');
        var socket = $"ws{host["http".Length..]}/api/realtime";
        string[] query =
        [
            .. string.IsNullOrEmpty(projectId) ? (string[])[] : [$"projectId={Uri.EscapeDataString(projectId)}"],
            .. string.IsNullOrEmpty(userId) ? (string[])[] : [$"userId={Uri.EscapeDataString(userId)}"],
        ];
        return new Uri(query.Length == 0 ? socket : $"{socket}?{string.Join('&', query)}");
    }

    /// <summary>The subprotocols that are offered, in their order.</summary>
    public static IEnumerable<string> Subprotocols(string? key, string? token)
    {
        if (!string.IsNullOrEmpty(key))
        {
            yield return $"aerostack-key.{key}";
        }

        if (!string.IsNullOrEmpty(token))
        {
            yield return $"aerostack-token.{token}";
        }

        if (!string.IsNullOrEmpty(key) || !string.IsNullOrEmpty(token))
        {
            yield return Version;
        }
    }
}
