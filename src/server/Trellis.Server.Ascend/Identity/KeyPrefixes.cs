using Trellis.Server.Kernel.Identity;

namespace Trellis.Server.Ascend.Identity;

/// <summary>How the keys of this platform begin (contract, section 3.7).</summary>
internal static class KeyPrefixes
{
    /// <summary>What agents use.</summary>
    public static ApiKeyPrefix Live { get; } = new("owkai_live_");

    private static ApiKeyPrefix Admin { get; } = new("owkai_admin_");

    private static ApiKeyPrefix Manager { get; } = new("owkai_manager_");

    private static ApiKeyPrefix User { get; } = new("owkai_user_");

    /// <summary>The prefix of keys of a role.</summary>
    public static ApiKeyPrefix Of(CallerRole role) => role switch
    {
        CallerRole.Admin => Admin,
        CallerRole.Manager => Manager,
        CallerRole.User => User,
        _ => Live,
    };

    /// <summary>The hash to look a presented key up by; false when it cannot be one.</summary>
    public static bool TryHash(string presented, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? hash)
    {
        foreach (var prefix in (ReadOnlySpan<ApiKeyPrefix>)[Live, Admin, Manager, User])
        {
            if (ApiKeyMint.TryHash(prefix, presented, out hash))
                return true;
        }

        hash = null;
        return false;
    }
}
