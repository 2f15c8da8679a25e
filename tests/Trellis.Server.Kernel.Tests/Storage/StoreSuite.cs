using Microsoft.Extensions.Logging.Abstractions;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Tests.Storage;

/// <summary>
/// What every engine of the store must do, in one file per feature. Each test has an empty database of its own; a subclass says where.
/// </summary>
public abstract partial class StoreSuite : IAsyncLifetime
{
    private static readonly Migration Schema = new(
        "test",
        1,
        "tables",
        """
        CREATE TABLE items (
            id text PRIMARY KEY,
            body text,
            amount bigint,
            ratio double precision,
            raw bytea,
            flag bigint,
            at bigint);
        CREATE TABLE counters (name text PRIMARY KEY, value bigint NOT NULL CHECK (value >= 0));
        CREATE TABLE parents (id bigint PRIMARY KEY);
        CREATE TABLE children (id bigint PRIMARY KEY, parent_id bigint NOT NULL REFERENCES parents (id));
        """);

    private IStore? _store;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected IStore Store => _store ?? throw new InvalidOperationException("The store is not open.");

    public virtual async ValueTask InitializeAsync() => _store = await OpenAsync([Schema]);

    public virtual async ValueTask DisposeAsync()
    {
        await CloseAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Options for the database of this test; the same database each time.</summary>
    protected abstract StoreOptions Options();

    protected Task<IStore> OpenAsync(params Migration[] migrations) =>
        Kernel.Storage.Store.OpenAsync(Options(), migrations, TimeProvider.System, NullLogger.Instance, Cancellation);

    protected static Task<IStore> OpenAsync(StoreOptions options) =>
        Kernel.Storage.Store.OpenAsync(options, [Schema], TimeProvider.System, NullLogger.Instance, Cancellation);

    protected async Task CloseAsync()
    {
        if (Interlocked.Exchange(ref _store, null) is { } store)
            await store.DisposeAsync();
    }

    protected async Task ReopenAsync()
    {
        await CloseAsync();
        _store = await OpenAsync(Schema);
    }

    protected ValueTask<int> InsertAsync(string id, string? body = null) =>
        Store.WriteAsync(session => session.ExecuteAsync($"INSERT INTO items (id, body) VALUES ({id}, {body})"), Cancellation);

    protected ValueTask<string?> BodyAsync(string id) =>
        Store.ReadAsync(session => session.QueryTextAsync($"SELECT body FROM items WHERE id = {id}"), Cancellation);

    protected ValueTask<long?> CountAsync() =>
        Store.ReadAsync(session => session.QueryIntegerAsync($"SELECT count(*) FROM items"), Cancellation);
}
