namespace Trellis.Server.Askii.Keys;

/// <summary>The kinds of memory that a key may ask for. This server keeps the wish and remembers nothing of its own.</summary>
internal static class MemoryModes
{
    /// <summary>All kinds.</summary>
    public const string All = "all";

    private static readonly string[] Words = ["pkg", "ckg", All];

    /// <summary>The words on the wire (contract, section 2.1).</summary>
    public static ReadOnlySpan<string> Wire => Words;

    /// <summary>The mode of a key: memory without a mode is memory of all kinds.</summary>
    public static string? Of(bool enabled, string? mode) => mode ?? (enabled ? All : null);
}
