using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Aerostack.Realtime;
using Trellis.Server.Aerostack.Tests.Support;

namespace Trellis.Server.Aerostack.Tests.Realtime;

/// <summary>A test with a fresh server and sockets that end with it.</summary>
public abstract class RealtimeTest : ServerTest
{
    private readonly List<Socket> _sockets = [];

    /// <summary>The id of the first project.</summary>
    private protected string ProjectId { get; private set; } = "";

    private protected RealtimeHub Hub => Server.Services.GetRequiredService<RealtimeHub>();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        ProjectId = await IdOfAsync(First);
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var socket in _sockets)
            socket.Dispose();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected static async Task<string> IdOfAsync(ProjectClient project) =>
        (await project.GetAsync("/v1/projects/current")).ShouldBe(200).Json["id"]!.GetValue<string>();

    private protected Task<Socket> ConnectAsync(string? token = null, string query = "") => ConnectAsync(First, token, query);

    private protected async Task<Socket> ConnectAsync(ProjectClient project, string? token = null, string query = "") =>
        Keep(await Socket.ConnectAsync(project, token, query));

    private protected Socket Keep(Socket socket)
    {
        _sockets.Add(socket);
        return socket;
    }

    /// <summary>A user of the first project.</summary>
    private protected async Task<(string Id, string Token)> SignUpAsync(string email = "a@b.co")
    {
        var made = (await First.PostAsync("/v1/auth/signup", $$"""{"email":"{{email}}","password":"long enough"}""")).ShouldBe(201).Json;
        return (made["user"]!["id"]!.GetValue<string>(), made["token"]!.GetValue<string>());
    }
}
