namespace Trellis.Server.Akshi.Identity;

/// <summary>Who asks.</summary>
/// <param name="ActorId">How the audit trail names it.</param>
internal sealed record Caller(string ActorId)
{
    /// <summary>Somebody without a credential.</summary>
    public static Caller Nobody { get; } = new("anonymous");

    /// <summary>Whoever has the token; the platform does not know its people apart (contract, section 7).</summary>
    public static Caller Operator { get; } = new("operator");
}
