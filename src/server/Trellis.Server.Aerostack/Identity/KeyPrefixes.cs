using System.Diagnostics.CodeAnalysis;
using Trellis.Server.Kernel.Identity;

namespace Trellis.Server.Aerostack.Identity;

/// <summary>How the project keys begin (contract, section 1.2).</summary>
internal static class KeyPrefixes
{
    private static readonly ApiKeyPrefix Secret = new("ac_secret_");
    private static readonly ApiKeyPrefix Public = new("ac_public_");

    /// <summary>The prefix of keys of a kind.</summary>
    public static ApiKeyPrefix Of(KeyKind kind) => kind is KeyKind.Public ? Public : Secret;

    /// <summary>The hash to look a presented key up by; false when it cannot be one.</summary>
    public static bool TryHash(string presented, [NotNullWhen(true)] out string? hash) =>
        ApiKeyMint.TryHash(Secret, presented, out hash) || ApiKeyMint.TryHash(Public, presented, out hash);
}
