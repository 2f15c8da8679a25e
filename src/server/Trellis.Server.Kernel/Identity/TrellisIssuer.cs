namespace Trellis.Server.Kernel.Identity;

/// <summary>What stands in the tokens that the server issues itself.</summary>
public static class TrellisIssuer
{
    /// <summary>The <c>iss</c> of the server's own tokens.</summary>
    public const string Name = "https://trellis.local";

    /// <summary>The <c>aud</c> of the server's own tokens.</summary>
    public const string Audience = "trellis";

    /// <summary>The one algorithm of the server's own tokens.</summary>
    public const string Algorithm = "ES256";

    /// <summary>The claim that holds the number of the organisation.</summary>
    internal const string OrganisationClaim = "org";
}
