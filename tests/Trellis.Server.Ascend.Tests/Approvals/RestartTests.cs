using System.Text.Json.Nodes;
using Trellis.Server.Ascend.Tests.Support;
using Trellis.Testing;

namespace Trellis.Server.Ascend.Tests.Approvals;

/// <summary>Approvals wait in the data directory, not in the server.</summary>
public sealed class RestartTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("trellis-restart-").FullName;
    private readonly ManualTimeProvider _clock = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task An_approval_outlives_the_server_and_can_then_be_decided()
    {
        var actionId = await SubmitAsync();

        await using var server = await StartAsync();

        (await server.First.AdminAsync("POST", $"/api/v1/actions/{actionId}/approve")).ShouldBeOk();
        (await server.First.GetAsync($"/api/v1/actions/{actionId}/status")).ShouldBeOk().Json["status"]!.GetValue<string>().ShouldBe("approved");
    }

    [Fact]
    public async Task What_expires_while_no_server_runs_is_denied_when_one_does()
    {
        var actionId = await SubmitAsync();
        _clock.Advance(TimeSpan.FromHours(9));

        await using var server = await StartAsync();

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        string status;
        do
        {
            patience.Token.ThrowIfCancellationRequested();
            status = (await server.First.GetAsync($"/api/v1/actions/{actionId}/status")).ShouldBeOk().Json["status"]!.GetValue<string>();
        }
        while (status == "pending_approval");

        status.ShouldBe("denied");
    }

    private async Task<long> SubmitAsync()
    {
        await using var server = await StartAsync();
        var body = new JsonObject
        {
            ["agent_id"] = "test-agent",
            ["action_type"] = "record.update",
            ["resource"] = "report",
            ["context"] = new JsonObject { ["environment"] = "staging", ["require_human_approval"] = true },
        };
        var reply = (await server.First.PostAsync("/api/v1/actions/submit", body)).ShouldBeOk();
        reply.Json["status"]!.GetValue<string>().ShouldBe("pending_approval");
        return reply.Json["action_id"]!.GetValue<long>();
    }

    private Task<AscendServer> StartAsync() => AscendServer.StartAsync(new ServerSetup { Clock = _clock, DataDirectory = _folder });
}
