namespace Trellis.Server.Kernel.Hosting;

/// <summary>A person who operates the server for an organisation, on all platforms: whoever has signed in to the console.</summary>
/// <param name="OrganisationId">The organisation, which follows from the person's credential alone.</param>
/// <param name="Subject">How the audit trail names the person.</param>
public sealed record Operator(long OrganisationId, string Subject);
