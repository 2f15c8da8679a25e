namespace Trellis.Aerostack;

/// <summary>The host behind a base URL, below which the platform's other paths are. Contract section 1.1.</summary>
internal static class ApiHost
{
    /// <summary>What the base URL of the API ends with.</summary>
    public const string VersionPath = "/v1";

    /// <summary>The base URL without one <c>/v1</c> or <c>/v1/</c> at its end; a base URL without that as it is.</summary>
    public static Uri Of(Uri baseUrl)
    {
        var text = baseUrl.GetLeftPart(UriPartial.Path);
        text = text.EndsWith('/') ? text[..^1] : text;
        return text.EndsWith(VersionPath, StringComparison.Ordinal) ? new Uri(text[..^VersionPath.Length]) : baseUrl;
    }
}
