namespace Trellis.Server.Kernel.Identity;

/// <summary>
/// Somebody who signed in. The same subject of two issuers is two users, and so is the same identity in two organisations.
/// </summary>
/// <param name="Id"><c>usr_</c> and 22 letters and digits.</param>
/// <param name="OrganisationId">The tenant that the user belongs to.</param>
/// <param name="Issuer">Who vouches for the user: the <c>iss</c> of the tokens.</param>
/// <param name="Subject">The issuer's name of the user: the <c>sub</c> of the tokens.</param>
/// <param name="CreatedAt">When the user was first seen.</param>
public sealed record User(string Id, long OrganisationId, string Issuer, string Subject, DateTimeOffset CreatedAt);
