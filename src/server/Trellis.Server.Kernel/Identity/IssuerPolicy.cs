namespace Trellis.Server.Kernel.Identity;

/// <summary>What holds for the tokens of one issuer.</summary>
internal sealed class IssuerPolicy : IDisposable
{
    private IssuerPolicy(string issuer, string algorithm, string? audience, long? organisationId, VerificationKeyCache keys)
    {
        Issuer = issuer;
        Algorithm = algorithm;
        Audience = audience;
        OrganisationId = organisationId;
        Keys = keys;
    }

    public string Issuer { get; }

    public string Algorithm { get; }

    public string? Audience { get; }

    /// <summary>The organisation of the issuer's users; null for the server itself, whose tokens name it.</summary>
    public long? OrganisationId { get; }

    public VerificationKeyCache Keys { get; }

    public static IssuerPolicy ForServer(SigningKeys keys) =>
        new(TrellisIssuer.Name, TrellisIssuer.Algorithm, TrellisIssuer.Audience, organisationId: null, keys.Verification);

    public static IssuerPolicy For(TrustedIssuer issuer, IdentityOptions options, TimeProvider time, Microsoft.Extensions.Logging.ILogger logger)
    {
        IVerificationKeySource source = issuer.JwksUri is { } uri
            ? new JwksUriSource(uri, issuer.Algorithm, options.JwksTimeout, time)
            : new JwksFileSource(issuer.JwksFile!, issuer.Algorithm);
        var keys = new VerificationKeyCache(issuer.Issuer, source, options.JwksRefreshInterval, options.JwksRetryInterval, time, logger);
        return new IssuerPolicy(issuer.Issuer, issuer.Algorithm, issuer.Audience, issuer.OrganisationId, keys);
    }

    /// <inheritdoc/>
    public void Dispose() => Keys.Dispose();
}
