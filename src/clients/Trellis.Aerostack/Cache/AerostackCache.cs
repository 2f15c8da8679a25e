using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Trellis.Aerostack.Json;

namespace Trellis.Aerostack;

/// <summary>The project's cache. Reached through <see cref="AerostackClient.Cache"/>; safe for concurrent use. Contract sections 2.1 and 2.2.2.</summary>
public sealed class AerostackCache
{
    private readonly AerostackConnection _connection;
    private readonly ApiOperation<CachedValue> _get;
    private readonly ApiOperation<SuccessAnswer> _set;

    internal AerostackCache(AerostackConnection connection)
    {
        _connection = connection;
        _get = connection.Operations.Post<CachedValue>("cache.get", "/cache/get");
        _set = connection.Operations.Post<SuccessAnswer>("cache.set", "/cache/set");
    }

    /// <summary>Reads a value. A miss is no error.</summary>
    /// <param name="key">The key.</param>
    /// <param name="options">In what the call differs from the client's options.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AerostackException">The call failed.</exception>
    public Task<CachedValue> GetAsync(string key, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Getting(key), options, cancellationToken);

    /// <inheritdoc cref="GetAsync"/>
    public CachedValue Get(string key, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.Send(Getting(key), options, cancellationToken);

    /// <summary>Keeps a value, in place of the one there was.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">Any JSON, <see langword="null"/> included.</param>
    /// <param name="timeToLive">How long it is kept, in whole seconds; a fraction counts as one more. <see langword="null"/> for ever.</param>
    /// <param name="options">In what the call differs from the client's options.</param>
    /// <param name="cancellationToken">Gives the call up; the value may have been kept all the same.</param>
    /// <exception cref="AerostackException">The call failed.</exception>
    public Task<SuccessAnswer> SetAsync(
        string key, JsonNode? value, TimeSpan? timeToLive = null, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Setting(key, value, timeToLive), options, cancellationToken);

    /// <inheritdoc cref="SetAsync(string, JsonNode, TimeSpan?, AerostackCallOptions, CancellationToken)"/>
    public SuccessAnswer Set(
        string key, JsonNode? value, TimeSpan? timeToLive = null, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.Send(Setting(key, value, timeToLive), options, cancellationToken);

    /// <summary>Keeps a value of a type of the application's, in place of the one there was.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    /// <param name="type">The type's source-generated contract.</param>
    /// <param name="timeToLive">How long it is kept, in whole seconds; a fraction counts as one more. <see langword="null"/> for ever.</param>
    /// <param name="options">In what the call differs from the client's options.</param>
    /// <param name="cancellationToken">Gives the call up; the value may have been kept all the same.</param>
    /// <exception cref="AerostackException">The call failed.</exception>
    public Task<SuccessAnswer> SetAsync<T>(
        string key,
        T value,
        JsonTypeInfo<T> type,
        TimeSpan? timeToLive = null,
        AerostackCallOptions? options = null,
        CancellationToken cancellationToken = default) =>
        SetAsync(key, JsonSerializer.SerializeToNode(value, type), timeToLive, options, cancellationToken);

    /// <inheritdoc cref="SetAsync{T}"/>
    public SuccessAnswer Set<T>(
        string key,
        T value,
        JsonTypeInfo<T> type,
        TimeSpan? timeToLive = null,
        AerostackCallOptions? options = null,
        CancellationToken cancellationToken = default) =>
        Set(key, JsonSerializer.SerializeToNode(value, type), timeToLive, options, cancellationToken);

    private ApiRequest<CachedValue> Getting(string key) => new(_get, Key(key));

    private ApiRequest<SuccessAnswer> Setting(string key, JsonNode? value, TimeSpan? timeToLive)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new(_set, RequestBody.From(new(key, value, timeToLive), AerostackJsonContext.Default.CacheItem));
    }

    private static RequestBody Key(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return RequestBody.From(new(key), AerostackJsonContext.Default.KeyBody);
    }
}
