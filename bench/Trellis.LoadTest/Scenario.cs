namespace Trellis.LoadTest;

/// <summary>One request that is sent over and over.</summary>
internal sealed record Scenario(string Name, Uri Url, string Body)
{
    /// <summary>Headers beside the content type.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();
}
