namespace Trellis.Server.Ascend.Policies;

/// <summary>Names of members in error messages.</summary>
internal static class MemberName
{
    private const int Longest = 64;

    /// <summary>The name, cut short where a whole document was sent as one.</summary>
    public static string ToTell(string name) => name.Length <= Longest ? name : string.Concat(name.AsSpan(0, Longest), "…");
}
