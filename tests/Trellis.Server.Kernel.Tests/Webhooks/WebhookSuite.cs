using Microsoft.Extensions.Logging.Abstractions;
using Trellis.Server.Kernel.Storage;
using Trellis.Server.Kernel.Webhooks;
using Trellis.Testing;
using Trellis.TestInfrastructure.Http;

namespace Trellis.Server.Kernel.Tests.Webhooks;

/// <summary>What webhooks do on every engine, in one file per feature. Each test has an empty database of its own; a subclass says where.</summary>
public abstract partial class WebhookSuite : IAsyncLifetime
{
    private readonly List<IAsyncDisposable> _parts = [];
    private IStore? _store;
    private WebhookServer? _server;
    private Receiver? _receiver;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private protected IStore Store => _store ?? throw new InvalidOperationException("The store is not open.");

    private protected ManualTimeProvider Time { get; } = new();

    private protected WebhookServer Server => _server!;

    private protected Receiver Receiver => _receiver!;

    public virtual async ValueTask InitializeAsync()
    {
        _store = await Kernel.Storage.Store.OpenAsync(Options(), WebhookMigrations.All, Time, NullLogger.Instance, Cancellation);
        _receiver = await AddReceiverAsync();
        _server = await AddServerAsync();
    }

    public virtual async ValueTask DisposeAsync()
    {
        foreach (var part in Enumerable.Reverse(_parts))
            await part.DisposeAsync();
        if (_store is not null)
            await _store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Options for the database of this test.</summary>
    protected abstract StoreOptions Options();

    private protected async Task<Receiver> AddReceiverAsync() => Keep(await Receiver.StartAsync());

    private protected Task<WebhookServer> AddServerAsync(params (string Key, string Value)[] settings) =>
        Keep(new WebhookServer(Store, Time, secrets: null, settings)).StartAsync();

    private protected T Keep<T>(T part)
        where T : IAsyncDisposable
    {
        _parts.Add(part);
        return part;
    }
}
