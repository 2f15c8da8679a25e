namespace Trellis.Server.Kernel.Jobs;

/// <summary>Whose jobs: no worker of one queue sees those of another.</summary>
/// <param name="OrganisationId">The organisation.</param>
/// <param name="Name">The queue within it, for example a platform and a project.</param>
public readonly record struct JobQueue(long OrganisationId, string Name);
