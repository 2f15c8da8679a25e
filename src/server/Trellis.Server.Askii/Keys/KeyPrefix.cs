using Trellis.Server.Kernel.Identity;

namespace Trellis.Server.Askii.Keys;

/// <summary>How the keys of this platform begin.</summary>
internal static class KeyPrefix
{
    /// <summary><c>sk-</c>, as OpenAI's clients expect.</summary>
    public static ApiKeyPrefix Value { get; } = new("sk-");

    /// <summary>Whether a text looks like a key or a key's name. No alias does.</summary>
    public static bool Starts(string text) => text.StartsWith(Value.Value, StringComparison.Ordinal);
}
