using Trellis.Server.Askii.Tests.Support;
using Trellis.Testing;

namespace Trellis.Server.Askii.Tests.Errors;

/// <summary>The token in <c>credentials.json</c>.</summary>
public sealed class DeveloperTokenTests : IDisposable
{
    private readonly ManualTimeProvider _clock = new();
    private readonly string _data = Directory.CreateTempSubdirectory("trellis-askii-").FullName;

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task It_opens_the_platform_endpoints()
    {
        await using var server = await StartAsync();

        (await new AskiiUser(server, server.DeveloperToken).ListAsync()).ShouldBeOk().Json["user_id"]!.GetValue<string>().ShouldBe("developer");
    }

    [Fact]
    public async Task It_stays_the_same_over_restarts()
    {
        var first = await TokenAsync();
        _clock.Advance(TimeSpan.FromDays(300));

        (await TokenAsync()).ShouldBe(first);
    }

    [Fact]
    public async Task It_is_renewed_in_the_month_before_it_ends()
    {
        var first = await TokenAsync();
        _clock.Advance(TimeSpan.FromDays(340));

        (await TokenAsync()).ShouldNotBe(first);
    }

    private async Task<string> TokenAsync()
    {
        await using var server = await StartAsync();
        return server.DeveloperToken;
    }

    private Task<AskiiServer> StartAsync() => AskiiServer.StartAsync(new ServerSetup { Clock = _clock, DataDirectory = _data });
}
