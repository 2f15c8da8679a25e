using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Ascend.Http;

namespace Trellis.Server.Ascend.People;

/// <summary>People, their roles, their approval levels and their tokens (contract, section 6.6).</summary>
internal sealed class PeopleFeature : IAscendFeature
{
    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<PersonEndpoints>();
        services.AddSingleton<PersonTokens>();
    }

    /// <inheritdoc/>
    public void MapRoutes(AscendRoutes routes)
    {
        var people = routes.Service<PersonEndpoints>();
        routes.Get(people.ListAsync, Access.Admin, "/api/users");

        // A person, not a program: who makes approvers must not be who asks them.
        routes.Post(people.SetAsync, Access.Person, "/api/users");
        routes.Post(routes.Service<PersonTokens>().IssueAsync, Access.Person, "/api/users/{subject}/token");
    }
}
