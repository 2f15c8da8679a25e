namespace Trellis.Server.Askii.Tests.Support;

/// <summary>A test with a fresh server and two users of it.</summary>
public abstract class ServerTest : IAsyncLifetime
{
    private protected AskiiServer Server { get; private set; } = null!;

    private protected AskiiUser Ada { get; private set; } = null!;

    private protected AskiiUser Bob { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync()
    {
        Server = await AskiiServer.StartAsync(await SetupAsync());
        Ada = await Server.UserAsync("ada");
        Bob = await Server.UserAsync("bob");
    }

    public virtual async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected virtual ValueTask<ServerSetup> SetupAsync() => new(new ServerSetup());
}
