using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Testing;
using Trellis.Ascend.Tests.Configuration;

namespace Trellis.Ascend.Tests.DependencyInjection;

[Collection(nameof(EnvironmentCollection))]
public sealed class AddAscendTests : IDisposable
{
    private readonly EnvironmentScope _environment = new();

    public void Dispose() => _environment.Dispose();

    [Fact]
    public async Task A_registered_client_uses_the_containers_handlers_and_clock()
    {
        using var transport = new StubTransport(Golden.Error(500), Golden.Ok(Golden.Allowed));
        var clock = new ManualTimeProvider { AutoAdvance = true };
        var services = new ServiceCollection().AddSingleton<TimeProvider>(clock);
        services.AddAscend(options => options.ApiKey = "k").ConfigurePrimaryHttpMessageHandler(() => transport);
        await using var provider = services.BuildServiceProvider();
        (await provider.GetRequiredService<AscendClient>().EvaluateActionAsync(AscendFixture.Action)).Decision.ShouldBe(Decision.Allowed);
        clock.Delays.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Code_wins_over_the_environment_and_that_over_the_section()
    {
        _environment.Set("ASCEND_AGENT_ID", "environment");
        _environment.Set("ASCEND_AGENT_NAME", "environment");
        var section = new ConfigurationBuilder().AddInMemoryCollection(
            [KeyValuePair.Create<string, string?>("ApiKey", "section"), KeyValuePair.Create<string, string?>("AgentName", "section")]).Build();
        using var transport = new StubTransport(Golden.Ok(Golden.Allowed));
        var services = new ServiceCollection();
        services.AddAscend(options => options.AgentId = "code", section).ConfigurePrimaryHttpMessageHandler(() => transport);
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<AscendClient>().EvaluateActionAsync(AscendFixture.Action);
        transport.LastRequest.Header("X-API-Key").ShouldBe("section");
        transport.LastRequest.ReadJson().GetProperty("agent_id").GetString().ShouldBe("code");
        transport.LastRequest.ReadJson().GetProperty("agent_name").GetString().ShouldBe("environment");
    }

    [Fact]
    public async Task Named_clients_are_clients_of_their_own()
    {
        var services = new ServiceCollection();
        services.AddAscend(options => options.ApiKey = "a", name: "a");
        services.AddAscend(options => options.ApiKey = "b", name: "b");
        await using var provider = services.BuildServiceProvider();
        provider.GetRequiredKeyedService<AscendClient>("a").ShouldNotBeSameAs(provider.GetRequiredKeyedService<AscendClient>("b"));
    }

    [Fact]
    public async Task A_missing_key_fails_when_the_client_is_asked_for()
    {
        var services = new ServiceCollection();
        services.AddAscend();
        await using var provider = services.BuildServiceProvider();
        Should.Throw<AscendAuthenticationException>(() => provider.GetRequiredService<AscendClient>());
    }
}
