using Trellis.Server.Askii.Tests.Support;
using Trellis.Server.Kernel.Storage;
using Trellis.Testing;

namespace Trellis.Server.Askii.Tests.Chat;

/// <summary>What becomes of reservations whose server died.</summary>
public sealed class ReservationTests : IDisposable
{
    private readonly ManualTimeProvider _clock = new();
    private readonly string _data = Directory.CreateTempSubdirectory("trellis-askii-").FullName;

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task A_server_that_starts_again_frees_its_own()
    {
        string key;
        await using (var server = await StartAsync())
        {
            key = await (await server.UserAsync()).KeyAsync(new() { ["max_budget"] = 0.001 });
            await LeaveBehindAsync(server, await File.ReadAllTextAsync(Path.Combine(_data, "server-id"), AskiiServer.Cancellation));
            (await ChatAsync(server, key)).Status.ShouldBe(429);
        }

        await using var again = await StartAsync();

        (await again.ReservationsAsync()).ShouldBe(0);
        (await ChatAsync(again, key)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Those_of_another_server_stay_until_they_lapse()
    {
        string key;
        await using (var server = await StartAsync())
        {
            key = await (await server.UserAsync()).KeyAsync(new() { ["max_budget"] = 0.001 });
            await LeaveBehindAsync(server, "another");
        }

        await using var again = await StartAsync();
        (await ChatAsync(again, key)).Status.ShouldBe(429);

        _clock.Advance(TimeSpan.FromHours(1));

        (await ChatAsync(again, key)).Status.ShouldBe(200);
        (await again.ReservationsAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_reservation_outlives_the_longest_call()
    {
        var release = new TaskCompletionSource();
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var upstream = await Upstream.StartAsync(async context =>
        {
            asked.TrySetResult();
            await release.Task;
            await Upstream.AnswerAsync(context);
        });
        var configuration = upstream.Configuration;
        configuration["models:maxDurationSeconds"] = "3600";
        await using var server = await AskiiServer.StartAsync(new ServerSetup { Configuration = configuration });
        var key = await (await server.UserAsync()).KeyAsync(new() { ["max_budget"] = 1 });
        var chat = server.SendAsync(HttpMethod.Post, ChatBody.Path, key, ChatBody.Of(model: "m"));
        await asked.Task;

        var lapse = await server.Store.ReadAsync(
            session => session.QueryFirstOrDefaultAsync($"SELECT expires_at FROM askii_reservations", static row => row.Time(0)), AskiiServer.Cancellation);

        release.SetResult();
        await chat;
        (lapse - server.Clock.GetUtcNow()).ShouldBe(TimeSpan.FromMinutes(65));
    }

    private Task<AskiiServer> StartAsync() => AskiiServer.StartAsync(new ServerSetup { Clock = _clock, DataDirectory = _data });

    private Task<Answer> ChatAsync(AskiiServer server, string key) => server.SendAsync(HttpMethod.Post, ChatBody.Path, key, ChatBody.Of());

    private async Task LeaveBehindAsync(AskiiServer server, string serverId) =>
        await server.Store.WriteAsync(
            session => session.ExecuteAsync(
                $"""
                INSERT INTO askii_reservations (id, key_id, server_id, amount, expires_at)
                SELECT 'left', id, {serverId}, 999999, {_clock.GetUtcNow().AddMinutes(15)} FROM askii_keys
                """),
            AskiiServer.Cancellation);
}
