using Microsoft.Extensions.DependencyInjection;
using Trellis.Akshi.Tests.Configuration;
using Trellis.Testing;

namespace Trellis.Akshi.Tests.DependencyInjection;

[Collection(nameof(EnvironmentCollection))]
public sealed class AddAkshiTests : IDisposable
{
    private readonly EnvironmentScope _environment = new();

    public void Dispose() => _environment.Dispose();

    [Fact]
    public async Task The_container_gives_one_client_that_sends_through_its_own_pipeline()
    {
        using var transport = new StubTransport(StubAnswer.Json("{}"));
        var services = new ServiceCollection();
        services.AddAkshi(options => (options.Token, options.BaseUrl) = ("t", new Uri("https://di.test"))).ConfigurePrimaryHttpMessageHandler(() => transport);
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<AkshiClient>();
        await client.HealthAsync();
        transport.LastRequest.Uri.ToString().ShouldBe("https://di.test/api/v1/health");
        transport.LastRequest.Header("User-Agent")!.ShouldStartWith("trellis-akshi/");
        provider.GetRequiredService<AkshiClient>().ShouldBeSameAs(client);
    }

    [Fact]
    public async Task Code_wins_over_the_environment_and_that_over_the_configuration()
    {
        _environment.Set("AKSHI_TOKEN", "from-environment");
        _environment.Set("AKSHI_BASE_URL", "https://environment.test");
        using var transport = new StubTransport(StubAnswer.Json(503, "{}"), StubAnswer.Json("[]"));
        var services = new ServiceCollection();
        services.AddAkshi(
                options => options.Token = "from-code",
                OptionsTests.Section(("Token", "from-section"), ("BaseUrl", "https://section.test"), ("MaxAttempts", "2")))
            .ConfigurePrimaryHttpMessageHandler(() => transport);
        services.AddSingleton<TimeProvider>(new ManualTimeProvider { AutoAdvance = true });
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<AkshiClient>().StatusAsync();
        transport.LastRequest.Header("Authorization").ShouldBe("Bearer from-code");
        transport.LastRequest.Uri.Host.ShouldBe("environment.test");
        transport.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Named_clients_are_kept_apart()
    {
        using var transport = new StubTransport(StubAnswer.Json("{}"), StubAnswer.Json("{}"));
        var services = new ServiceCollection();
        services.AddAkshi(options => options.Token = "token-a", name: "a").ConfigurePrimaryHttpMessageHandler(() => transport);
        services.AddAkshi(options => options.Token = "token-b", name: "b").ConfigurePrimaryHttpMessageHandler(() => transport);
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredKeyedService<AkshiClient>("a").HealthAsync();
        await provider.GetRequiredKeyedService<AkshiClient>("b").HealthAsync();
        transport.Requests.Select(request => request.Header("Authorization")).ShouldBe(["Bearer token-a", "Bearer token-b"]);
        provider.GetService<AkshiClient>().ShouldBeNull();
    }

    [Fact]
    public async Task Nothing_has_to_be_set()
    {
        using var transport = new StubTransport(StubAnswer.Json("{}"));
        var services = new ServiceCollection();
        services.AddAkshi().ConfigurePrimaryHttpMessageHandler(() => transport);
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<AkshiClient>().HealthAsync();
        transport.LastRequest.Uri.ToString().ShouldBe("http://127.0.0.1:3210/api/v1/health");
        transport.LastRequest.Header("Authorization").ShouldBeNull();
    }
}
