using System.Net;
using Microsoft.IdentityModel.Tokens;

namespace Trellis.Server.Kernel.Identity;

/// <summary>Somebody else whose tokens the server accepts; bound from <c>identity:issuers</c>.</summary>
public sealed class TrustedIssuer
{
    private static readonly string[] Asymmetric =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    /// <summary>The exact <c>iss</c> of the tokens. Required.</summary>
    public string Issuer { get; set; } = "";

    /// <summary>Where the issuer publishes its keys: https, or http on a loopback address. Either this or <see cref="JwksFile"/>.</summary>
    public Uri? JwksUri { get; set; }

    /// <summary>A file with the issuer's keys (RFC 7517, section 5), for servers without a way to the issuer.</summary>
    public string? JwksFile { get; set; }

    /// <summary>The one signature algorithm that is accepted.</summary>
    /// <value>Default <c>RS256</c>. Symmetric algorithms and <c>none</c> are refused.</value>
    public string Algorithm { get; set; } = SecurityAlgorithms.RsaSha256;

    /// <summary>
    /// What <c>aud</c> must contain; of a token without <c>aud</c>, as Amazon Cognito's access tokens are, what <c>client_id</c> must be.
    /// </summary>
    /// <value>Default null: not looked at.</value>
    public string? Audience { get; set; }

    /// <summary>The organisation to which the issuer's users belong.</summary>
    /// <value>Default 1, the organisation made at the first start.</value>
    public long OrganisationId { get; set; } = 1;

    internal void Validate()
    {
        if (string.IsNullOrWhiteSpace(Issuer))
            throw new ArgumentException("A trusted issuer needs a name: set 'issuer' to the 'iss' of its tokens.");
        if (Issuer == TrellisIssuer.Name)
            throw new ArgumentException($"The issuer '{Issuer}' is the server itself and cannot be configured.");
        if (JwksUri is null == string.IsNullOrEmpty(JwksFile))
            throw new ArgumentException($"The issuer '{Issuer}' needs either 'jwksUri' or 'jwksFile'.");
        if (JwksUri is not null && !IsSafe(JwksUri))
            throw new ArgumentException($"The issuer '{Issuer}' needs a 'jwksUri' with https; http is for loopback addresses only.");
        if (!Asymmetric.Contains(Algorithm))
            throw new ArgumentException($"The issuer '{Issuer}' has the algorithm '{Algorithm}'; use one of {string.Join(", ", Asymmetric)}.");
        if (OrganisationId < 1)
            throw new ArgumentException($"The issuer '{Issuer}' needs an 'organisationId' of 1 or more.");
    }

    private static bool IsSafe(Uri uri) =>
        uri.IsAbsoluteUri && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && IsLoopback(uri)));

    // Uri.IsLoopback alone would do today; naming the forms keeps a host such as "localhost.example.com" out for good.
    private static bool IsLoopback(Uri uri) =>
        string.Equals(uri.IdnHost, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(uri.IdnHost, out var address) && IPAddress.IsLoopback(address));
}
