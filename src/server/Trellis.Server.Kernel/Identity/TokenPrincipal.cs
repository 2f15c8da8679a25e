namespace Trellis.Server.Kernel.Identity;

/// <summary>Who a valid token speaks for.</summary>
/// <param name="OrganisationId">The tenant, which follows from the token alone.</param>
/// <param name="Issuer">The <c>iss</c>.</param>
/// <param name="Subject">The <c>sub</c>.</param>
/// <param name="ExpiresAt">The <c>exp</c>.</param>
public sealed record TokenPrincipal(long OrganisationId, string Issuer, string Subject, DateTimeOffset ExpiresAt);
