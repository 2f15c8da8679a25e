using System.Text.Json.Nodes;
using Trellis.Server.Kernel.Hosting;

namespace Trellis.Server;

/// <summary>Makes credentials for a developer, and keeps them up to date.</summary>
internal sealed class Bootstrap(IServiceProvider services, IReadOnlyList<IServerModule> modules, string credentialsPath)
{
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
