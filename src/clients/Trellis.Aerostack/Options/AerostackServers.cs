namespace Trellis.Aerostack;

/// <summary>The servers that the API's description names. Contract section 1.1.</summary>
public static class AerostackServers
{
    /// <summary>The servers in their order: production, and the one for development on this machine.</summary>
    public static IReadOnlyList<Uri> All { get; } = [new("https://api.aerostack.ai/v1"), new("http://localhost:8787/v1")];

    /// <summary>The server with an index.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is none; a negative index does not count from the end.</exception>
    internal static Uri At(int index) => index >= 0 && index < All.Count
        ? All[index]
        : throw new ArgumentOutOfRangeException(nameof(index), index, $"There are the servers 0 to {All.Count - 1}.");
}
