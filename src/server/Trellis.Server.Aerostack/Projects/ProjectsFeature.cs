using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Aerostack.Http;
using Trellis.Server.Aerostack.Identity;

namespace Trellis.Server.Aerostack.Projects;

/// <summary>
/// Projects and their keys, over HTTP: what the platform's own dashboard does, whose API is not public. Our own paths, below
/// <c>/v1/projects</c>.
/// </summary>
internal sealed class ProjectsFeature : IAerostackFeature
{
    private const string Projects = "/v1/projects";
    private const string Keys = $"{Projects}/keys";

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<KeyIssue>();
        services.AddSingleton<ProjectEndpoints>();
        services.AddSingleton<KeyEndpoints>();
    }

    /// <inheritdoc/>
    public void MapRoutes(AerostackRoutes routes)
    {
        var projects = routes.Service<ProjectEndpoints>();
        routes.Post(projects.CreateAsync, Access.Secret, Projects);
        routes.Get(projects.ListAsync, Access.Secret, Projects);
        routes.Get(ProjectEndpoints.GetAsync, Access.Secret, $"{Projects}/current");

        var keys = routes.Service<KeyEndpoints>();
        routes.Post(keys.CreateAsync, Access.Secret, Keys);
        routes.Get(keys.ListAsync, Access.Secret, Keys);
        routes.Delete(keys.RevokeAsync, Access.Secret, $"{Keys}/{{key_id}}");
    }
}
