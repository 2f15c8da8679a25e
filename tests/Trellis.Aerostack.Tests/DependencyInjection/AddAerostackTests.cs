using Microsoft.Extensions.DependencyInjection;
using Trellis.Aerostack.Tests.Configuration;
using Trellis.Testing;

namespace Trellis.Aerostack.Tests.DependencyInjection;

[Collection(nameof(EnvironmentCollection))]
public sealed class AddAerostackTests : IDisposable
{
    private readonly EnvironmentScope _environment = new();

    public void Dispose() => _environment.Dispose();

    [Fact]
    public async Task The_container_gives_one_client_that_sends_through_its_own_pipeline()
    {
        using var transport = new StubTransport(Golden.Ok());
        var services = new ServiceCollection();
        services.AddAerostack(options => (options.ApiKey, options.ServerUrl) = ("k", "https://di.test/v1")).ConfigurePrimaryHttpMessageHandler(() => transport);
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<AerostackClient>();
        await client.Cache.GetAsync("k");
        transport.LastRequest.Uri.ToString().ShouldBe("https://di.test/v1/cache/get");
        transport.LastRequest.Header("User-Agent")!.ShouldStartWith("trellis-aerostack/");
        provider.GetRequiredService<AerostackClient>().ShouldBeSameAs(client);
    }

    [Fact]
    public async Task Code_wins_over_the_environment_and_that_over_the_configuration()
    {
        _environment.Set("AEROSTACK_API_KEY", "from-environment");
        _environment.Set("AEROSTACK_SERVER_URL", "https://environment.test/v1");
        using var transport = new StubTransport(Golden.Ok());
        var services = new ServiceCollection();
        services.AddAerostack(
                options => options.ApiKey = "from-code",
                OptionsTests.Section(("ApiKey", "from-section"), ("ServerUrl", "https://section.test/v1"), ("ProjectId", "section")))
            .ConfigurePrimaryHttpMessageHandler(() => transport);
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<AerostackClient>().Cache.GetAsync("k");
        transport.LastRequest.Header("X-Aerostack-Key").ShouldBe("from-code");
        transport.LastRequest.Uri.Host.ShouldBe("environment.test");
        transport.LastRequest.Header("X-Project-Id").ShouldBe("section");
    }

    [Fact]
    public async Task What_code_sets_as_base_url_wins_over_the_environment_too()
    {
        _environment.Set("AEROSTACK_SERVER_URL", "https://environment.test/v1");
        using var transport = new StubTransport(Golden.Ok());
        var services = new ServiceCollection();
        services.AddAerostack(options => (options.ApiKey, options.BaseUrl) = ("k", new Uri("https://code.test/v1"))).ConfigurePrimaryHttpMessageHandler(() => transport);
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<AerostackClient>().Cache.GetAsync("k");
        transport.LastRequest.Uri.Host.ShouldBe("code.test");
    }

    [Fact]
    public async Task Named_clients_are_kept_apart()
    {
        using var transport = new StubTransport(Golden.Ok(), Golden.Ok());
        var services = new ServiceCollection();
        services.AddAerostack(options => options.ApiKey = "a", name: "tenant-a").ConfigurePrimaryHttpMessageHandler(() => transport);
        services.AddAerostack(options => options.ApiKey = "b", name: "tenant-b").ConfigurePrimaryHttpMessageHandler(() => transport);
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredKeyedService<AerostackClient>("tenant-a").Cache.GetAsync("k");
        await provider.GetRequiredKeyedService<AerostackClient>("tenant-b").Cache.GetAsync("k");
        transport.Requests.Select(request => request.Header("X-Aerostack-Key")).ShouldBe(["a", "b"]);
        provider.GetService<AerostackClient>().ShouldBeNull();
    }

    [Fact]
    public async Task Disposing_the_container_disposes_its_client()
    {
        using var transport = new StubTransport();
        var services = new ServiceCollection();
        services.AddAerostack(options => options.ApiKey = "k").ConfigurePrimaryHttpMessageHandler(() => transport);
        var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<AerostackClient>();
        await provider.DisposeAsync();
        await Should.ThrowAsync<ObjectDisposedException>(async () => await client.Cache.GetAsync("k"));
    }

    [Fact]
    public async Task A_missing_key_fails_when_the_client_is_first_asked_for()
    {
        var services = new ServiceCollection();
        services.AddAerostack();
        await using var provider = services.BuildServiceProvider();
        Should.Throw<AerostackCredentialException>(() => provider.GetRequiredService<AerostackClient>());
    }
}
