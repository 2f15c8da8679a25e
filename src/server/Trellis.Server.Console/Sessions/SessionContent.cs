namespace Trellis.Server.Console.Sessions;

/// <summary>What the cookie of a session holds, sealed.</summary>
/// <param name="Token">The credential that was signed in with; it is looked at anew with each request.</param>
/// <param name="CsrfToken">The token of the session's forms.</param>
/// <param name="SignedInAt">When the session began, in seconds since 1970.</param>
internal sealed record SessionContent(string Token, string CsrfToken, long SignedInAt)
{
    /// <summary>Never the token.</summary>
    public override string ToString() => $"session since {DateTimeOffset.FromUnixTimeSeconds(SignedInAt):O}";
}
