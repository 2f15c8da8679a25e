namespace Trellis.Askii;

/// <summary>The keys of the caller. Reached through <see cref="AskiiClient.Keys"/>; safe for concurrent use.</summary>
public sealed class AskiiKeys
{
    private readonly ApiConnection _connection;
    private readonly AskiiOperations _operations;

    internal AskiiKeys(ApiConnection connection, AskiiOperations operations) => (_connection, _operations) = (connection, operations);

    /// <summary>Makes a key. The answer is the only one that ever holds it. Never retried: a retry could make two.</summary>
    /// <param name="request">What the key should be; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Gives the call up; the key may have been made all the same.</param>
    /// <exception cref="AskiiValidationException">The request is not valid; known before anything is sent where possible.</exception>
    /// <exception cref="AskiiException">The call failed.</exception>
    public Task<ProvisionedKey> ProvisionAsync(ProvisionKeyRequest? request = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Provisioning(request), cancellationToken);

    /// <inheritdoc cref="ProvisionAsync"/>
    public ProvisionedKey Provision(ProvisionKeyRequest? request = null, CancellationToken cancellationToken = default) =>
        _connection.Send(Provisioning(request), cancellationToken);

    /// <summary>Lists the caller's keys.</summary>
    /// <param name="cacheTtl">How long an earlier answer may be reused; <see langword="null"/> or zero asks the server.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AskiiException">The call failed.</exception>
    public Task<KeyList> ListAsync(TimeSpan? cacheTtl = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Listing(cacheTtl), cancellationToken);

    /// <inheritdoc cref="ListAsync"/>
    public KeyList List(TimeSpan? cacheTtl = null, CancellationToken cancellationToken = default) =>
        _connection.Send(Listing(cacheTtl), cancellationToken);

    /// <summary>Revokes a key: from the next request on it no longer works. Never retried.</summary>
    /// <param name="key">The key itself (<c>sk-…</c>) or its alias.</param>
    /// <param name="cancellationToken">Gives the call up; the key may have been revoked all the same.</param>
    /// <exception cref="AskiiNotFoundException">There is no such key.</exception>
    /// <exception cref="AskiiException">The call failed.</exception>
    public Task<RevokedKey> RevokeAsync(string key, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Revoking(key), cancellationToken);

    /// <inheritdoc cref="RevokeAsync"/>
    public RevokedKey Revoke(string key, CancellationToken cancellationToken = default) => _connection.Send(Revoking(key), cancellationToken);

    /// <summary>Tells how a key is configured.</summary>
    /// <param name="key">The key itself (<c>sk-…</c>) or its alias.</param>
    /// <param name="cacheTtl">How long an earlier answer may be reused; <see langword="null"/> or zero asks the server.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AskiiNotFoundException">There is no such key.</exception>
    /// <exception cref="AskiiException">The call failed.</exception>
    public Task<KeyConfig> GetConfigAsync(string key, TimeSpan? cacheTtl = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(GettingConfig(key, cacheTtl), cancellationToken);

    /// <inheritdoc cref="GetConfigAsync"/>
    public KeyConfig GetConfig(string key, TimeSpan? cacheTtl = null, CancellationToken cancellationToken = default) =>
        _connection.Send(GettingConfig(key, cacheTtl), cancellationToken);

    /// <summary>Changes which models a key may use. Never retried.</summary>
    /// <param name="key">The key itself (<c>sk-…</c>) or its alias.</param>
    /// <param name="models">The models it may use from now on; an empty list means all.</param>
    /// <param name="defaultModel">The model that answers when a request names none; <see langword="null"/> leaves it as it is.</param>
    /// <param name="cancellationToken">Gives the call up; the change may have been made all the same.</param>
    /// <exception cref="AskiiNotFoundException">There is no such key.</exception>
    /// <exception cref="AskiiException">The call failed.</exception>
    public Task<UpdatedKey> UpdateModelAsync(
        string key, IReadOnlyList<string> models, string? defaultModel = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(UpdatingModel(key, models, defaultModel), cancellationToken);

    /// <inheritdoc cref="UpdateModelAsync"/>
    public UpdatedKey UpdateModel(
        string key, IReadOnlyList<string> models, string? defaultModel = null, CancellationToken cancellationToken = default) =>
        _connection.Send(UpdatingModel(key, models, defaultModel), cancellationToken);

    private ApiRequest<ProvisionedKey> Provisioning(ProvisionKeyRequest? request)
    {
        request ??= new ProvisionKeyRequest();
        RequestValidation.Check(request);
        return new(_operations.ProvisionKey, RequestBody.From(request, Json.AskiiJsonContext.Default.ProvisionKeyRequest));
    }

    private ApiRequest<KeyList> Listing(TimeSpan? cacheTtl) =>
        new(_operations.ListKeys, Cache: CachePolicy.For(cacheTtl, AskiiOperations.KeysResource, "list"));

    private ApiRequest<RevokedKey> Revoking(string key) => new(_operations.RevokeKey, Reference(key));

    private ApiRequest<KeyConfig> GettingConfig(string key, TimeSpan? cacheTtl) =>
        new(_operations.GetKeyConfig, Reference(key), cacheTtl > TimeSpan.Zero
            ? CachePolicy.For(cacheTtl, AskiiOperations.KeysResource, "get_config", new Dictionary<string, object?> { ["key"] = key })
            : null);

    private ApiRequest<UpdatedKey> UpdatingModel(string key, IReadOnlyList<string> models, string? defaultModel)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(models);
        return new(
            _operations.UpdateKeyModel,
            RequestBody.From(new(key, models, defaultModel), Json.AskiiJsonContext.Default.UpdateKeyModelBody));
    }

    private static RequestBody Reference(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return RequestBody.From(new(key), Json.AskiiJsonContext.Default.KeyReference);
    }
}
