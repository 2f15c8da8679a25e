namespace Trellis.Server.Aerostack.Tests.Support;

/// <summary>A test with a fresh server.</summary>
public abstract class ServerTest : IAsyncLifetime
{
    private protected AerostackServer Server { get; private set; } = null!;

    /// <summary>The project of the first start.</summary>
    private protected ProjectClient First => Server.First;

    public virtual async ValueTask InitializeAsync() => Server = await AerostackServer.StartAsync(await SetupAsync());

    public virtual async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected virtual ValueTask<ServerSetup> SetupAsync() => new(new ServerSetup());
}
