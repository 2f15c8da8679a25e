using System.Text;
using Trellis.Server.Akshi.Tests.Support;

namespace Trellis.Server.Akshi.Tests.Configuration;

public sealed class StartTests : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("trellis-akshi-");

    [Theory]
    [InlineData("[dashboard]\nport = 'x'", "runtime.toml:2:8: 'dashboard.port' must be an integer and is a string.")]
    [InlineData("\n[", "runtime.toml:2:2: a key is expected here")]
    public async Task A_wrong_file_stops_the_start_with_file_line_and_reason(string text, string reason)
    {
        File.WriteAllText(Path.Combine(_data.FullName, "runtime.toml"), text);

        var error = await Should.ThrowAsync<ServerStartException>(StartAsync);

        error.Failure.ShouldBe(ServerStartFailure.Configuration);
        error.Message.ShouldContain(reason);
    }

    [Fact]
    public async Task A_file_that_is_no_utf8_is_refused_with_its_place()
    {
        File.WriteAllBytes(Path.Combine(_data.FullName, "runtime.toml"), [.. "# ok\nx = '"u8, 0xff, (byte)'\'']);

        (await Should.ThrowAsync<ServerStartException>(StartAsync)).Message.ShouldContain("runtime.toml:2:6: the file is not UTF-8.");
    }

    [Fact]
    public async Task The_settings_of_the_dashboard_hold_from_the_start()
    {
        File.WriteAllText(Path.Combine(_data.FullName, "runtime.toml"), "[dashboard]\nrate_limit = 7\ntoken = 'a-token-of-the-file'", Encoding.UTF8);
        await using var server = await StartAsync();

        var reply = await server.SendAsync("GET", "/api/v1/health", null, static _ => { });
        reply.Header("X-RateLimit-Limit").ShouldBe("7");
        (await server.SendAsync("GET", "/api/v1/agents/x/y", null, static request => request.Headers.Add("Authorization", "Bearer a-token-of-the-file")))
            .ShouldBe(404);
    }

    [Fact]
    public async Task The_file_may_be_elsewhere()
    {
        var elsewhere = Directory.CreateDirectory(Path.Combine(_data.FullName, "project")).FullName;
        File.WriteAllText(Path.Combine(elsewhere, "akshi.toml"), "[dashboard]\nrate_limit = 9");
        await using var server = await AkshiServer.StartAsync(new ServerSetup
        {
            DataDirectory = _data.FullName,
            Configuration = { ["akshi:file"] = "project/akshi.toml" },
        });

        (await server.GetAsync("/api/v1/health")).Header("X-RateLimit-Limit").ShouldBe("9");
    }

    public void Dispose() => _data.Delete(recursive: true);

    private Task<AkshiServer> StartAsync() => AkshiServer.StartAsync(new ServerSetup { DataDirectory = _data.FullName });
}
