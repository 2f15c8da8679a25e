namespace Trellis.Server.Ascend.Tests.Support;

/// <summary>A test with a fresh server.</summary>
public abstract class ServerTest : IAsyncLifetime
{
    private protected AscendServer Server { get; private set; } = null!;

    private protected Tenant First => Server.First;

    public virtual async ValueTask InitializeAsync() => Server = await AscendServer.StartAsync(await SetupAsync());

    public virtual async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected virtual ValueTask<ServerSetup> SetupAsync() => new(new ServerSetup());
}
