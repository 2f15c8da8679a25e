using Trellis.Aerostack.Json;

namespace Trellis.Aerostack;

/// <summary>The project's files. Reached through <see cref="AerostackClient.Storage"/>; safe for concurrent use. Contract sections 2.1.9, 2.2.4 and 6.</summary>
public sealed class AerostackStorage
{
    private readonly AerostackConnection _connection;
    private readonly ApiOperation<StorageUrl> _upload;
    private readonly ApiOperation<StorageDownload> _download;
    private readonly ApiOperation<StorageUrl> _getUrl;
    private readonly ApiOperation<StoragePage> _list;
    private readonly ApiOperation<SuccessAnswer> _delete;
    private readonly ApiOperation<StorageExistence> _exists;
    private readonly ApiOperation<StorageMetadata> _getMetadata;
    private readonly ApiOperation<StorageTransfer> _copy;
    private readonly ApiOperation<StorageTransfer> _move;

    internal AerostackStorage(AerostackConnection connection)
    {
        _connection = connection;
        var operations = connection.Operations;
        _upload = operations.Post<StorageUrl>("storage.upload", "/storage/upload");
        _download = operations.Post<StorageDownload>("storage.get", "/storage/get", 200, 404);
        _getUrl = operations.Post<StorageUrl>("storage.getUrl", "/storage/getUrl");
        _list = operations.Post<StoragePage>("storage.list", "/storage/list");
        _delete = operations.Post<SuccessAnswer>("storage.delete", "/storage/delete");
        _exists = operations.Post<StorageExistence>("storage.exists", "/storage/exists");
        _getMetadata = operations.Post<StorageMetadata>("storage.getMetadata", "/storage/getMetadata");
        _copy = operations.Post<StorageTransfer>("storage.copy", "/storage/copy");
        _move = operations.Post<StorageTransfer>("storage.move", "/storage/move");
    }

    /// <summary>Uploads a file.</summary>
    /// <param name="key">The key of the object; one that is there is replaced.</param>
    /// <param name="file">The file, which is sent as it is read.</param>
    /// <param name="contentType">The media type the object is to have; <see langword="null"/> leaves that to the file.</param>
    /// <param name="progress">Told after each piece; <see langword="null"/> for nobody.</param>
    /// <param name="options">In what the call differs from the client's options.</param>
    /// <param name="cancellationToken">Gives the call up; the object may be there all the same.</param>
    /// <exception cref="AerostackValidationException">The file has no name.</exception>
    /// <exception cref="AerostackException">The call failed.</exception>
    public Task<StorageUrl> UploadAsync(
        string key,
        UploadFile file,
        string? contentType = null,
        IProgress<TransferProgress>? progress = null,
        AerostackCallOptions? options = null,
        CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Uploading(key, file, contentType, progress), options, cancellationToken);

    /// <inheritdoc cref="UploadAsync"/>
    public StorageUrl Upload(
        string key,
        UploadFile file,
        string? contentType = null,
        IProgress<TransferProgress>? progress = null,
        AerostackCallOptions? options = null,
        CancellationToken cancellationToken = default) =>
        _connection.Send(Uploading(key, file, contentType, progress), options, cancellationToken);

    /// <summary>Downloads an object, as it arrives, whatever its size. Each read may take as long as an attempt otherwise.</summary>
    /// <param name="key">The key of the object.</param>
    /// <param name="destination">Where it goes; stays open. After a failure it holds what had arrived.</param>
    /// <param name="progress">Told after each piece; <see langword="null"/> for nobody.</param>
    /// <param name="options">In what the call differs from the client's options.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AerostackErrorResponseException">There is no such object (404).</exception>
    /// <exception cref="AerostackException">The call failed.</exception>
    public Task<StorageDownload> DownloadAsync(
        string key,
        Stream destination,
        IProgress<TransferProgress>? progress = null,
        AerostackCallOptions? options = null,
        CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Downloading(key, destination, progress), options, cancellationToken);

    /// <inheritdoc cref="DownloadAsync"/>
    public StorageDownload Download(
        string key,
        Stream destination,
        IProgress<TransferProgress>? progress = null,
        AerostackCallOptions? options = null,
        CancellationToken cancellationToken = default) =>
        _connection.Send(Downloading(key, destination, progress), options, cancellationToken);

    /// <summary>Tells where an object is.</summary>
    /// <param name="key">The key of the object.</param>
    /// <param name="options">In what the call differs from the client's options.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AerostackException">The call failed.</exception>
    public Task<StorageUrl> GetUrlAsync(string key, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(GettingUrl(key), options, cancellationToken);

    /// <inheritdoc cref="GetUrlAsync"/>
    public StorageUrl GetUrl(string key, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.Send(GettingUrl(key), options, cancellationToken);

    /// <summary>Lists a page of the objects.</summary>
    /// <param name="prefix">What the keys begin with; <see langword="null"/> for all.</param>
    /// <param name="limit">How many at the most, up to 1,000.</param>
    /// <param name="cursor">The <see cref="StoragePage.Cursor"/> of the page before; <see langword="null"/> for the first.</param>
    /// <param name="options">In what the call differs from the client's options.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AerostackException">The call failed.</exception>
    public Task<StoragePage> ListAsync(
        string? prefix = null,
        int limit = 100,
        string? cursor = null,
        AerostackCallOptions? options = null,
        CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Listing(prefix, limit, cursor), options, cancellationToken);

    /// <inheritdoc cref="ListAsync"/>
    public StoragePage List(
        string? prefix = null,
        int limit = 100,
        string? cursor = null,
        AerostackCallOptions? options = null,
        CancellationToken cancellationToken = default) =>
        _connection.Send(Listing(prefix, limit, cursor), options, cancellationToken);

    /// <summary>Lists all objects, page by page as they are read.</summary>
    /// <param name="prefix">What the keys begin with; <see langword="null"/> for all.</param>
    /// <param name="pageSize">How many each call asks for, up to 1,000.</param>
    /// <param name="options">In what the calls differ from the client's options.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    /// <exception cref="AerostackException">A call failed.</exception>
    public IAsyncEnumerable<StorageObject> ListAllAsync(
        string? prefix = null, int pageSize = 100, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        Pages.ReadAllAsync<StoragePage, StorageObject>((cursor, token) => ListAsync(prefix, pageSize, cursor, options, token), cancellationToken);

    /// <summary>Removes an object.</summary>
    /// <param name="key">The key of the object.</param>
    /// <param name="options">In what the call differs from the client's options.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AerostackException">The call failed.</exception>
    public Task<SuccessAnswer> DeleteAsync(string key, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Deleting(key), options, cancellationToken);

    /// <inheritdoc cref="DeleteAsync"/>
    public SuccessAnswer Delete(string key, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.Send(Deleting(key), options, cancellationToken);

    /// <summary>Tells whether there is an object.</summary>
    /// <param name="key">The key of the object.</param>
    /// <param name="options">In what the call differs from the client's options.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AerostackException">The call failed.</exception>
    public Task<StorageExistence> ExistsAsync(string key, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Finding(key), options, cancellationToken);

    /// <inheritdoc cref="ExistsAsync"/>
    public StorageExistence Exists(string key, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.Send(Finding(key), options, cancellationToken);

    /// <summary>Tells what is known about an object. A key that is not known is no error.</summary>
    /// <param name="key">The key of the object.</param>
    /// <param name="options">In what the call differs from the client's options.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AerostackException">The call failed.</exception>
    public Task<StorageMetadata> GetMetadataAsync(string key, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Describing(key), options, cancellationToken);

    /// <inheritdoc cref="GetMetadataAsync"/>
    public StorageMetadata GetMetadata(string key, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.Send(Describing(key), options, cancellationToken);

    /// <summary>Copies an object.</summary>
    /// <param name="sourceKey">The key of the object.</param>
    /// <param name="destinationKey">The key of the copy.</param>
    /// <param name="options">In what the call differs from the client's options.</param>
    /// <param name="cancellationToken">Gives the call up; the copy may be there all the same.</param>
    /// <exception cref="AerostackException">The call failed.</exception>
    public Task<StorageTransfer> CopyAsync(
        string sourceKey, string destinationKey, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Copying(sourceKey, destinationKey), options, cancellationToken);

    /// <inheritdoc cref="CopyAsync"/>
    public StorageTransfer Copy(
        string sourceKey, string destinationKey, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.Send(Copying(sourceKey, destinationKey), options, cancellationToken);

    /// <summary>Gives an object another key: it is copied, and then removed.</summary>
    /// <param name="sourceKey">The key of the object.</param>
    /// <param name="destinationKey">The key it is to have.</param>
    /// <param name="options">In what the call differs from the client's options.</param>
    /// <param name="cancellationToken">Gives the call up; the object may be moved, or copied, all the same.</param>
    /// <exception cref="AerostackException">The call failed.</exception>
    public Task<StorageTransfer> MoveAsync(
        string sourceKey, string destinationKey, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Moving(sourceKey, destinationKey), options, cancellationToken);

    /// <inheritdoc cref="MoveAsync"/>
    public StorageTransfer Move(
        string sourceKey, string destinationKey, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.Send(Moving(sourceKey, destinationKey), options, cancellationToken);

    private ApiRequest<StorageUrl> Uploading(string key, UploadFile file, string? contentType, IProgress<TransferProgress>? progress)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(file);
        return new(_upload, Form: UploadForm.Create(key, file, contentType, progress));
    }

    private ApiRequest<StorageDownload> Downloading(string key, Stream destination, IProgress<TransferProgress>? progress)
    {
        ArgumentNullException.ThrowIfNull(destination);
        return new(_download, Key(key), Destination: destination, Progress: progress);
    }

    private ApiRequest<StorageUrl> GettingUrl(string key) => new(_getUrl, Key(key));

    private ApiRequest<StoragePage> Listing(string? prefix, int limit, string? cursor) =>
        new(_list, RequestBody.From(new(prefix, limit, cursor), AerostackJsonContext.Default.ListBody));

    private ApiRequest<SuccessAnswer> Deleting(string key) => new(_delete, Key(key));

    private ApiRequest<StorageExistence> Finding(string key) => new(_exists, Key(key));

    private ApiRequest<StorageMetadata> Describing(string key) => new(_getMetadata, Key(key));

    private ApiRequest<StorageTransfer> Copying(string sourceKey, string destinationKey) => new(_copy, Keys(sourceKey, destinationKey));

    private ApiRequest<StorageTransfer> Moving(string sourceKey, string destinationKey) => new(_move, Keys(sourceKey, destinationKey));

    private static RequestBody Key(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return RequestBody.From(new(key), AerostackJsonContext.Default.KeyBody);
    }

    private static RequestBody Keys(string sourceKey, string destinationKey)
    {
        ArgumentNullException.ThrowIfNull(sourceKey);
        ArgumentNullException.ThrowIfNull(destinationKey);
        return RequestBody.From(new(sourceKey, destinationKey), AerostackJsonContext.Default.TransferBody);
    }
}
