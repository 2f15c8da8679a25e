using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Kernel.Models;

namespace Trellis.Server.Tests.Cli;

public sealed class SectionTests
{
    [Fact]
    public async Task A_section_of_the_file_reaches_its_part_of_the_server()
    {
        using var data = new TemporaryDirectory();
        await File.WriteAllTextAsync(data.File("trellis.json"), """{"models":{"upstreams":[{"name":"up"}]}}""", TestContext.Current.CancellationToken);
        var result = await ServerCommand.RunAsync("--data", data.Path, "--urls", "http://127.0.0.1:0");
        result.ExitCode.ShouldBe(2);
        result.Error.ShouldContain("models.upstreams[0].baseUrl");
    }

    [Fact]
    public async Task A_nested_variable_wins_over_the_file()
    {
        using var data = new TemporaryDirectory();
        await File.WriteAllTextAsync(data.File("trellis.json"), """{"audit":{"checkpointInterval":10}}""", TestContext.Current.CancellationToken);
        var result = await ServerCommand.RunAsync(
            new Dictionary<string, string> { ["TRELLIS_AUDIT__CHECKPOINTINTERVAL"] = "0" }, "--data", data.Path, "--urls", "http://127.0.0.1:0");
        result.ExitCode.ShouldBe(2);
        result.Error.ShouldContain("checkpointInterval");
    }

    [Theory]
    [InlineData("LIMITS__REQUESTBODYBYTES", "0")]
    [InlineData("LIMITS__SHUTDOWNSECONDS", "-1")]
    public async Task A_limit_out_of_range_is_refused(string name, string value)
    {
        var result = await ServerCommand.RunAsync(new Dictionary<string, string> { [$"TRELLIS_{name}"] = value }, "--ephemeral");
        result.ExitCode.ShouldBe(2);
        result.Error.ShouldContain(value);
    }

    [Fact]
    public async Task The_simulator_is_the_one_model_until_upstreams_are_configured()
    {
        await using var server = await TrellisServer.StartAsync(new(), TestContext.Current.CancellationToken);
        Names(server).ShouldBe(["trellis-echo"]);
    }

    [Fact]
    public async Task The_in_process_server_takes_its_models_from_the_configuration_it_is_given()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("models:upstreams:0:name", "up"),
            new("models:upstreams:0:baseUrl", "http://127.0.0.1:1/v1"),
            new("models:upstreams:0:models:0:name", "small"),
            new("models:upstreams:0:models:0:inputPerMillion", "1"),
            new("models:upstreams:0:models:0:outputPerMillion", "2"),
        ]).Build();
        await using var server = await TrellisServer.StartAsync(new() { Configuration = configuration }, TestContext.Current.CancellationToken);
        Names(server).ShouldContain("small");
    }

    private static IEnumerable<string> Names(TrellisServer server) =>
        server.Services.GetRequiredService<IModelCatalog>().Models.Select(static model => model.Name);
}
