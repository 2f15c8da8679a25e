using Trellis.Server.Aerostack.Identity;
using Trellis.Server.Kernel.Jobs;

namespace Trellis.Server.Aerostack.Queue;

/// <summary>The queue of a project.</summary>
internal static class ProjectQueue
{
    /// <summary>The queue of the caller's project.</summary>
    public static JobQueue Of(Project project) => Of(project.OrganisationId, project.Id);

    /// <summary>The queue of a project.</summary>
    public static JobQueue Of(long organisationId, string projectId) => new(organisationId, $"aerostack/{projectId}");
}
