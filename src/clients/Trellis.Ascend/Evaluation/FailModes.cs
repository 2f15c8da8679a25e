namespace Trellis.Ascend;

/// <summary>Fail modes as text.</summary>
internal static class FailModes
{
    /// <exception cref="FormatException">It is neither.</exception>
    public static FailMode Parse(string text) => text.Trim().ToUpperInvariant() switch
    {
        "CLOSED" => FailMode.Closed,
        "OPEN" => FailMode.Open,
        _ => throw new FormatException($"FailMode must be closed or open, but is '{text}'."),
    };

    public static string Text(FailMode mode) => mode == FailMode.Open ? "open" : "closed";
}
