using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Tests.Identity;

/// <summary>Gives each test a harness.</summary>
public abstract class IdentityTest : IAsyncLifetime
{
    private IdentityHarness? _harness;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected IdentityHarness Harness => _harness ?? throw new InvalidOperationException("The harness is not started.");

    public virtual async ValueTask InitializeAsync() => _harness = await IdentityHarness.StartAsync(await OptionsAsync());

    public virtual async ValueTask DisposeAsync()
    {
        if (_harness is not null)
            await _harness.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Where the store is; null for a SQLite file in the folder of the test.</summary>
    protected virtual ValueTask<StoreOptions?> OptionsAsync() => new((StoreOptions?)null);
}
