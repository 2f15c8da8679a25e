using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Aerostack.Http;

namespace Trellis.Server.Aerostack.Storage;

/// <summary>Files (contract, sections 2.1.9, 2.2.4, 6 and 8.4).</summary>
internal sealed class StorageFeature : IAerostackFeature
{
    private const string Root = "/v1/storage";

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton(static provider => new StorageOptions(provider.GetRequiredService<IConfiguration>().GetSection("aerostack:storage")));
        services.AddSingleton<FileShelf>();
        services.AddSingleton<FileUrl>();
        services.AddSingleton<FileSender>();
        services.AddSingleton<UploadEndpoint>();
        services.AddSingleton<DownloadEndpoints>();
        services.AddSingleton<StorageEndpoints>();
    }

    /// <inheritdoc/>
    public void MapRoutes(AerostackRoutes routes)
    {
        routes.Map(
            "POST", routes.Service<UploadEndpoint>().UploadAsync, new RouteRules { Access = Access.Secret, ReadsBody = true }, $"{Root}/upload");

        var downloads = routes.Service<DownloadEndpoints>();
        routes.Post(downloads.GetAsync, Access.Secret, $"{Root}/get");
        foreach (var method in (ReadOnlySpan<string>)["GET", "HEAD"])
        {
            routes.Map(
                method,
                downloads.OpenAsync,
                new RouteRules { Access = Access.Anyone, ReadsBody = true },
                $"{FileUrl.Root}{{project_id}}/{{**key}}");
        }

        var storage = routes.Service<StorageEndpoints>();
        routes.Post(storage.GetUrlAsync, Access.Secret, $"{Root}/getUrl");
        routes.Post(storage.ListAsync, Access.Secret, $"{Root}/list");
        routes.Post(storage.DeleteAsync, Access.Secret, $"{Root}/delete");
        routes.Post(storage.ExistsAsync, Access.Secret, $"{Root}/exists");
        routes.Post(storage.GetMetadataAsync, Access.Secret, $"{Root}/getMetadata");
        routes.Post(storage.CopyAsync, Access.Secret, $"{Root}/copy");
        routes.Post(storage.MoveAsync, Access.Secret, $"{Root}/move");
    }
}
