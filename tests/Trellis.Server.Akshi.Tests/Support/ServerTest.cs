namespace Trellis.Server.Akshi.Tests.Support;

/// <summary>A test with a fresh server.</summary>
public abstract class ServerTest : IAsyncLifetime
{
    private protected AkshiServer Server { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync() => Server = await AkshiServer.StartAsync(await SetupAsync());

    public virtual async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected virtual ValueTask<ServerSetup> SetupAsync() => new(new ServerSetup());
}
