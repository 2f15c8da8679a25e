namespace Trellis.Akshi;

/// <summary>Packages of agents. Reached through <see cref="AkshiClient.Registry"/>; safe for concurrent use. Contract section 2.11.</summary>
public sealed class AkshiRegistry
{
    private const string ModuleType = "application/wasm";

    private readonly ApiConnection _connection;
    private readonly ApiOperation<IReadOnlyList<RegistryPackage>> _list;
    private readonly ApiOperation<RegistryPackage> _get;
    private readonly ApiOperation<RegistryPackage> _publish;

    internal AkshiRegistry(ApiConnection connection, AkshiOperations operations)
    {
        _connection = connection;
        _list = operations.Get<IReadOnlyList<RegistryPackage>>("registry.list", "/api/v1/registry/packages");
        _get = operations.Get<RegistryPackage>("registry.get", "/api/v1/registry/packages/{id}");
        _publish = operations.Post<RegistryPackage>("registry.publish", "/api/v1/registry/packages");
    }

    /// <summary>Lists the packages.</summary>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AkshiException">The call failed.</exception>
    public Task<IReadOnlyList<RegistryPackage>> ListAsync(CancellationToken cancellationToken = default) =>
        _connection.SendAsync(new ApiRequest<IReadOnlyList<RegistryPackage>>(_list), cancellationToken);

    /// <inheritdoc cref="ListAsync"/>
    public IReadOnlyList<RegistryPackage> List(CancellationToken cancellationToken = default) =>
        _connection.Send(new ApiRequest<IReadOnlyList<RegistryPackage>>(_list), cancellationToken);

    /// <summary>Tells about one package, with all its versions.</summary>
    /// <param name="id">The package.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="ArgumentException">The id is blank.</exception>
    /// <exception cref="AkshiNotFoundException">There is no such package.</exception>
    /// <exception cref="AkshiException">The call failed.</exception>
    public Task<RegistryPackage> GetAsync(string id, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Getting(id), cancellationToken);

    /// <inheritdoc cref="GetAsync"/>
    public RegistryPackage Get(string id, CancellationToken cancellationToken = default) => _connection.Send(Getting(id), cancellationToken);

    /// <summary>Publishes a version of a package. Its module is sent as it is read.</summary>
    /// <param name="package">The package.</param>
    /// <param name="progress">Told after each piece; <see langword="null"/> for nobody.</param>
    /// <param name="cancellationToken">Gives the call up; the package may be published all the same.</param>
    /// <returns>The package; the server tells its id, version, checksum and time alone.</returns>
    /// <exception cref="ArgumentException">The package has no id or no version.</exception>
    /// <exception cref="AkshiConflictException">This version is there already.</exception>
    /// <exception cref="AkshiException">The call failed.</exception>
    public Task<RegistryPackage> PublishAsync(
        PackageUpload package, IProgress<TransferProgress>? progress = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Publishing(package, progress), cancellationToken);

    /// <inheritdoc cref="PublishAsync"/>
    public RegistryPackage Publish(
        PackageUpload package, IProgress<TransferProgress>? progress = null, CancellationToken cancellationToken = default) =>
        _connection.Send(Publishing(package, progress), cancellationToken);

    private ApiRequest<RegistryPackage> Getting(string id) => new(_get, Path: PathSegment.In(_get.Path, id));

    private ApiRequest<RegistryPackage> Publishing(PackageUpload package, IProgress<TransferProgress>? progress)
    {
        ArgumentNullException.ThrowIfNull(package);
        ArgumentException.ThrowIfNullOrWhiteSpace(package.Id);
        ArgumentException.ThrowIfNullOrWhiteSpace(package.Version);
        ArgumentNullException.ThrowIfNull(package.Description);
        ArgumentNullException.ThrowIfNull(package.Wasm);

        // The module stands last, so that a server that reads the form as it arrives knows beforehand what it is.
        MultipartField[] fields = [new("id", package.Id), new("version", package.Version), new("description", package.Description)];
        var module = new UploadSource(package.Wasm, progress);
        return new(
            _publish,
            Form: new(fields, "wasm", package.FileName ?? $"{package.Id}.wasm", ModuleType, module, Correlation.NewId()));
    }
}
