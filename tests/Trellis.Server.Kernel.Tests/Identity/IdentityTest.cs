namespace Trellis.Server.Kernel.Tests.Identity;

/// <summary>Gives each test a harness.</summary>
public abstract class IdentityTest : IAsyncLifetime
{
    private IdentityHarness? _harness;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected IdentityHarness Harness => _harness ?? throw new InvalidOperationException("The harness is not started.");

    public virtual async ValueTask InitializeAsync() => _harness = await IdentityHarness.StartAsync();

    public virtual async ValueTask DisposeAsync()
    {
        await Harness.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
