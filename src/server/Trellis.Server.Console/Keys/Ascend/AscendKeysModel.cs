namespace Trellis.Server.Console.Keys.Ascend;

/// <summary>The keys of ASCEND, each with its use.</summary>
/// <param name="Keys">The keys, the newest first.</param>
/// <param name="Offset">How many were passed over.</param>
/// <param name="PageSize">How many a page has at most.</param>
/// <param name="HasMore">Whether others follow.</param>
internal sealed record AscendKeysModel(IReadOnlyList<AscendKey> Keys, int Offset, int PageSize, bool HasMore)
{
    /// <summary>The roles a key may have, the weakest first.</summary>
    public static IReadOnlyList<(string Role, string Title)> Roles { get; } =
    [
        ("agent", "Agent: asks for actions"),
        ("user", "User: reads"),
        ("manager", "Manager: governs agents"),
        ("admin", "Administrator: may do everything but approve"),
    ];
}
