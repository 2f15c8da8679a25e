namespace Trellis.Ascend;

/// <summary>The words for decisions on the wire. Contract section 3.1.</summary>
internal static class DecisionWords
{
    /// <summary>What a word means, in any case. What is not known is pending, so that nothing becomes allowed by accident.</summary>
    public static Decision Read(string? word) => word?.Trim().ToUpperInvariant() switch
    {
        "APPROVED" or "ALLOWED" or "AUTO_APPROVED" => Decision.Allowed,
        "DENIED" or "REJECTED" or "BLOCKED" or "TIMEOUT" or "EXPIRED" => Decision.Denied,
        _ => Decision.Pending,
    };

    /// <summary>Whether a word says that nobody decided in time.</summary>
    public static bool SaysExpired(string? word) => word?.Trim().ToUpperInvariant() is "TIMEOUT" or "EXPIRED";
}
