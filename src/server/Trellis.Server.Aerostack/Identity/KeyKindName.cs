namespace Trellis.Server.Aerostack.Identity;

/// <summary>Kinds of keys on the wire.</summary>
internal static class KeyKindName
{
    public const string Secret = "secret";
    public const string Public = "public";

    /// <summary>The word for a kind.</summary>
    public static string Of(KeyKind kind) => kind is KeyKind.Public ? Public : Secret;
}
