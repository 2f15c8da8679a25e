using Trellis.Server.Console.Http;

namespace Trellis.Server.Console.Storage;

/// <summary>Files: looked at, sent, taken, copied and removed.</summary>
internal sealed class StorageFeature : IConsoleFeature
{
    /// <inheritdoc/>
    public void MapRoutes(ConsoleRoutes routes)
    {
        routes.Get("/storage", StorageEndpoints.ListAsync);
        routes.Get("/storage/file", StorageEndpoints.ShowAsync);
        routes.Get("/storage/download", StorageEndpoints.DownloadAsync);
        routes.Upload("/storage/upload", StorageEndpoints.UploadAsync);
        routes.Post("/storage/copy", StorageEndpoints.CopyAsync);
        routes.Post("/storage/delete", StorageEndpoints.DeleteAsync);
    }
}
