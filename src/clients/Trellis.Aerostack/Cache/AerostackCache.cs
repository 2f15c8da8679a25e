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
    private readonly ApiOperation<SuccessAnswer> _delete;
    private readonly ApiOperation<CacheEntries> _getMany;
    private readonly ApiOperation<CacheSetManyResult> _setMany;
    private readonly ApiOperation<CacheDeleteManyResult> _deleteMany;
    private readonly ApiOperation<CacheCounter> _increment;
    private readonly ApiOperation<SuccessAnswer> _expire;
    private readonly ApiOperation<CacheKeyPage> _list;
    private readonly ApiOperation<CacheKeyList> _keys;
    private readonly ApiOperation<CacheFlushResult> _flush;

    internal AerostackCache(AerostackConnection connection)
    {
        _connection = connection;
        var operations = connection.Operations;
        _get = operations.Post<CachedValue>("cache.get", "/cache/get");
        _set = operations.Post<SuccessAnswer>("cache.set", "/cache/set");
        _delete = operations.Post<SuccessAnswer>("cache.delete", "/cache/delete");
        _getMany = operations.Post<CacheEntries>("cache.getMany", "/cache/getMany");
        _setMany = operations.Post<CacheSetManyResult>("cache.setMany", "/cache/setMany");
        _deleteMany = operations.Post<CacheDeleteManyResult>("cache.deleteMany", "/cache/deleteMany");
        _increment = operations.Post<CacheCounter>("cache.increment", "/cache/increment");
        _expire = operations.Post<SuccessAnswer>("cache.expire", "/cache/expire");
        _list = operations.Post<CacheKeyPage>("cache.list", "/cache/list");
        _keys = operations.Post<CacheKeyList>("cache.keys", "/cache/keys");
        _flush = operations.Post<CacheFlushResult>("cache.flush", "/cache/flush");
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

    /// <summary>Removes a value.</summary>
    /// <param name="key">The key.</param>
    /// <param name="options">In what the call differs from the client's options.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AerostackException">The call failed.</exception>
    public Task<SuccessAnswer> DeleteAsync(string key, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Deleting(key), options, cancellationToken);

    /// <inheritdoc cref="DeleteAsync"/>
    public SuccessAnswer Delete(string key, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.Send(Deleting(key), options, cancellationToken);

    /// <summary>Reads several values.</summary>
    /// <param name="keys">The keys, at most 100.</param>
    /// <param name="options">In what the call differs from the client's options.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AerostackException">The call failed.</exception>
    public Task<CacheEntries> GetManyAsync(
        IReadOnlyList<string> keys, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(GettingMany(keys), options, cancellationToken);

    /// <inheritdoc cref="GetManyAsync"/>
    public CacheEntries GetMany(IReadOnlyList<string> keys, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.Send(GettingMany(keys), options, cancellationToken);

    /// <summary>Keeps several values.</summary>
    /// <param name="items">The values, at most 100.</param>
    /// <param name="options">In what the call differs from the client's options.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AerostackException">The call failed.</exception>
    public Task<CacheSetManyResult> SetManyAsync(
        IReadOnlyList<CacheItem> items, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(SettingMany(items), options, cancellationToken);

    /// <inheritdoc cref="SetManyAsync"/>
    public CacheSetManyResult SetMany(
        IReadOnlyList<CacheItem> items, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.Send(SettingMany(items), options, cancellationToken);

    /// <summary>Removes several values.</summary>
    /// <param name="keys">The keys, at most 500.</param>
    /// <param name="options">In what the call differs from the client's options.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AerostackException">The call failed.</exception>
    public Task<CacheDeleteManyResult> DeleteManyAsync(
        IReadOnlyList<string> keys, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(DeletingMany(keys), options, cancellationToken);

    /// <inheritdoc cref="DeleteManyAsync"/>
    public CacheDeleteManyResult DeleteMany(
        IReadOnlyList<string> keys, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.Send(DeletingMany(keys), options, cancellationToken);

    /// <summary>Adds to a number and tells the sum.</summary>
    /// <param name="key">The key.</param>
    /// <param name="amount">What is added; may be negative.</param>
    /// <param name="initialValue">What it is added to when there is no value yet.</param>
    /// <param name="timeToLive">How long a value that is new is kept; <see langword="null"/> for ever. One that was there keeps its own.</param>
    /// <param name="options">In what the call differs from the client's options.</param>
    /// <param name="cancellationToken">Gives the call up; the number may have changed all the same.</param>
    /// <exception cref="AerostackException">The call failed.</exception>
    public Task<CacheCounter> IncrementAsync(
        string key,
        long amount = 1,
        long initialValue = 0,
        TimeSpan? timeToLive = null,
        AerostackCallOptions? options = null,
        CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Incrementing(key, amount, initialValue, timeToLive), options, cancellationToken);

    /// <inheritdoc cref="IncrementAsync"/>
    public CacheCounter Increment(
        string key,
        long amount = 1,
        long initialValue = 0,
        TimeSpan? timeToLive = null,
        AerostackCallOptions? options = null,
        CancellationToken cancellationToken = default) =>
        _connection.Send(Incrementing(key, amount, initialValue, timeToLive), options, cancellationToken);

    /// <summary>Says how long a value is kept from now on. Without such a key the answer says no success.</summary>
    /// <param name="key">The key.</param>
    /// <param name="timeToLive">How long from now, in whole seconds; a fraction counts as one more.</param>
    /// <param name="options">In what the call differs from the client's options.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AerostackException">The call failed.</exception>
    public Task<SuccessAnswer> ExpireAsync(
        string key, TimeSpan timeToLive, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Expiring(key, timeToLive), options, cancellationToken);

    /// <inheritdoc cref="ExpireAsync"/>
    public SuccessAnswer Expire(
        string key, TimeSpan timeToLive, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.Send(Expiring(key, timeToLive), options, cancellationToken);

    /// <summary>Lists a page of the keys.</summary>
    /// <param name="prefix">What the keys begin with; <see langword="null"/> for all.</param>
    /// <param name="limit">How many at the most, up to 1,000.</param>
    /// <param name="cursor">The <see cref="CacheKeyPage.Cursor"/> of the page before; <see langword="null"/> for the first.</param>
    /// <param name="options">In what the call differs from the client's options.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AerostackException">The call failed.</exception>
    public Task<CacheKeyPage> ListAsync(
        string? prefix = null,
        int limit = 100,
        string? cursor = null,
        AerostackCallOptions? options = null,
        CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Listing(prefix, limit, cursor), options, cancellationToken);

    /// <inheritdoc cref="ListAsync"/>
    public CacheKeyPage List(
        string? prefix = null,
        int limit = 100,
        string? cursor = null,
        AerostackCallOptions? options = null,
        CancellationToken cancellationToken = default) =>
        _connection.Send(Listing(prefix, limit, cursor), options, cancellationToken);

    /// <summary>Lists all keys, page by page as they are read.</summary>
    /// <param name="prefix">What the keys begin with; <see langword="null"/> for all.</param>
    /// <param name="pageSize">How many each call asks for, up to 1,000.</param>
    /// <param name="options">In what the calls differ from the client's options.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    /// <exception cref="AerostackException">A call failed.</exception>
    public IAsyncEnumerable<CacheKeyInfo> ListAllAsync(
        string? prefix = null, int pageSize = 100, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        Pages.ReadAllAsync<CacheKeyPage, CacheKeyInfo>((cursor, token) => ListAsync(prefix, pageSize, cursor, options, token), cancellationToken);

    /// <summary>Lists the keys in one answer, which holds 10,000 at the most.</summary>
    /// <param name="prefix">What the keys begin with; <see langword="null"/> for all.</param>
    /// <param name="options">In what the call differs from the client's options.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AerostackException">The call failed.</exception>
    public Task<CacheKeyList> KeysAsync(string? prefix = null, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(ListingKeys(prefix), options, cancellationToken);

    /// <inheritdoc cref="KeysAsync"/>
    public CacheKeyList Keys(string? prefix = null, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.Send(ListingKeys(prefix), options, cancellationToken);

    /// <summary>Removes all values, 10,000 at the most, for good.</summary>
    /// <param name="prefix">What the keys begin with; <see langword="null"/> removes the whole project's.</param>
    /// <param name="options">In what the call differs from the client's options.</param>
    /// <param name="cancellationToken">Gives the call up; values may be gone all the same.</param>
    /// <exception cref="AerostackException">The call failed.</exception>
    public Task<CacheFlushResult> FlushAsync(
        string? prefix = null, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Flushing(prefix), options, cancellationToken);

    /// <inheritdoc cref="FlushAsync"/>
    public CacheFlushResult Flush(string? prefix = null, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.Send(Flushing(prefix), options, cancellationToken);

    private static RequestBody KeyBody(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return RequestBody.From(new(key), AerostackJsonContext.Default.KeyBody);
    }

    private static RequestBody KeysBody(IReadOnlyList<string> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return RequestBody.From(new(keys), AerostackJsonContext.Default.KeysBody);
    }

    private ApiRequest<CachedValue> Getting(string key) => new(_get, KeyBody(key));

    private ApiRequest<SuccessAnswer> Setting(string key, JsonNode? value, TimeSpan? timeToLive)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new(_set, RequestBody.From(new(key, value, timeToLive), AerostackJsonContext.Default.CacheItem));
    }

    private ApiRequest<SuccessAnswer> Deleting(string key) => new(_delete, KeyBody(key));

    private ApiRequest<CacheEntries> GettingMany(IReadOnlyList<string> keys) => new(_getMany, KeysBody(keys));

    private ApiRequest<CacheSetManyResult> SettingMany(IReadOnlyList<CacheItem> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return new(_setMany, RequestBody.From(new(items), AerostackJsonContext.Default.CacheItemsBody));
    }

    private ApiRequest<CacheDeleteManyResult> DeletingMany(IReadOnlyList<string> keys) => new(_deleteMany, KeysBody(keys));

    private ApiRequest<CacheCounter> Incrementing(string key, long amount, long initialValue, TimeSpan? timeToLive)
    {
        ArgumentNullException.ThrowIfNull(key);
        var body = new IncrementBody(key, amount, initialValue, WireSeconds.Of(timeToLive));
        return new(_increment, RequestBody.From(body, AerostackJsonContext.Default.IncrementBody));
    }

    private ApiRequest<SuccessAnswer> Expiring(string key, TimeSpan timeToLive)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new(_expire, RequestBody.From(new(key, WireSeconds.Of(timeToLive)!.Value), AerostackJsonContext.Default.ExpireBody));
    }

    private ApiRequest<CacheKeyPage> Listing(string? prefix, int limit, string? cursor) =>
        new(_list, RequestBody.From(new(prefix, limit, cursor), AerostackJsonContext.Default.ListBody));

    private ApiRequest<CacheKeyList> ListingKeys(string? prefix) =>
        new(_keys, RequestBody.From(new(prefix), AerostackJsonContext.Default.PrefixBody));

    private ApiRequest<CacheFlushResult> Flushing(string? prefix) =>
        new(_flush, RequestBody.From(new(prefix), AerostackJsonContext.Default.PrefixBody));
}
