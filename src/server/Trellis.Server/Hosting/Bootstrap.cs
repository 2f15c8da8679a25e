using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Identity;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server;

/// <summary>Makes what a server must have before anybody can use it: an organisation, and credentials for a developer.</summary>
internal sealed class Bootstrap(IServiceProvider services, IReadOnlyList<IServerModule> modules, string credentialsPath)
{
    private const string FirstOrganisation = "default";

    /// <summary>The id of the first organisation, which is made if there is none.</summary>
    public async Task<long> EnsureOrganisationAsync(CancellationToken cancellationToken)
    {
        var organisations = services.GetRequiredService<IOrganisationDirectory>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        return await services.GetRequiredService<IStore>().WriteAsync(
            async session =>
                await organisations.ListAsync(session) is [var first, ..]
                    ? first.Id
                    : (await organisations.AddAsync(session, FirstOrganisation, now)).Id,
            cancellationToken);
    }

    /// <summary>Asks each platform for its section; a section of a platform that this server does not have stays.</summary>
    /// <exception cref="ServerStartException"><c>credentials.json</c> is there and cannot be read.</exception>
    public async Task<JsonObject> MakeCredentialsAsync(long organisationId, CancellationToken cancellationToken)
    {
        var credentials = CredentialsFile.Read(credentialsPath) ?? new JsonObject { [ServerCredentials.UrlMember] = "" };
        foreach (var module in modules)
        {
            var existing = credentials[module.Name]?.DeepClone() as JsonObject;
            var context = new BootstrapContext { Services = services, OrganisationId = organisationId, Existing = existing };
            if (await module.BootstrapAsync(context, cancellationToken) is { } section)
                credentials[module.Name] = section;
            else
                credentials.Remove(module.Name);
        }

        return credentials;
    }

    /// <summary>Writes the credentials down, now that it is known where the server listens.</summary>
    public ServerCredentials Publish(JsonObject credentials, Uri url)
    {
        credentials[ServerCredentials.UrlMember] = url.ToString().TrimEnd('/');
        CredentialsFile.Write(credentialsPath, credentials);
        return new ServerCredentials(credentials);
    }
}
