namespace Trellis.Server.Kernel.Identity;

/// <summary>Whom a token of an application's user speaks for.</summary>
/// <param name="Subject">The user (<c>sub</c>).</param>
/// <param name="SessionId">The session that it belongs to (<c>sid</c>); ending that is the caller's business.</param>
/// <param name="ExpiresAt">When it ends (<c>exp</c>).</param>
public sealed record EndUserToken(string Subject, string SessionId, DateTimeOffset ExpiresAt);
