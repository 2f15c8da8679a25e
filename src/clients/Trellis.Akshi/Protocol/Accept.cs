namespace Trellis.Akshi;

/// <summary>What requests say they take, where it is not JSON alone. An error is JSON even then.</summary>
internal static class Accept
{
    /// <summary>Text for people or for a collector of metrics.</summary>
    public static CallOverrides Text { get; } = Of("text/plain, text/markdown, application/json;q=0.5");

    /// <summary>A stream of events.</summary>
    public static CallOverrides Events { get; } = Of("text/event-stream, application/json;q=0.5");

    private static CallOverrides Of(string types) => new() { Headers = new Dictionary<string, string> { ["Accept"] = types } };
}
