using System.Diagnostics.CodeAnalysis;
using Trellis.Server.Kernel.Identity;

namespace Trellis.Server.Aerostack.Gateway;

/// <summary>How the keys of consumers begin (contract, section 1.2).</summary>
internal static class ConsumerKeys
{
    /// <summary>For real use.</summary>
    public static ApiKeyPrefix Live { get; } = new("ask_live_");

    /// <summary>For trying things out. Counted like the other.</summary>
    public static ApiKeyPrefix Test { get; } = new("ask_test_");

    /// <summary>The hash to look a presented key up by; false when it cannot be one.</summary>
    public static bool TryHash(string presented, [NotNullWhen(true)] out string? hash) =>
        ApiKeyMint.TryHash(Live, presented, out hash) || ApiKeyMint.TryHash(Test, presented, out hash);
}
