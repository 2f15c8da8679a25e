using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Askii.Tests.Configuration;
using Trellis.Testing;

namespace Trellis.Askii.Tests.DependencyInjection;

[Collection(nameof(EnvironmentCollection))]
public sealed class AddAskiiLifetimeTests : IDisposable
{
    private readonly EnvironmentScope _environment = new();

    public void Dispose() => _environment.Dispose();

    [Fact]
    public async Task Adding_twice_keeps_one_client_with_the_first_options()
    {
        using var transport = new StubTransport(Golden.Ok(Golden.Models));
        var services = new ServiceCollection();
        services.AddAskii(options => options.Token = "first").ConfigurePrimaryHttpMessageHandler(() => transport);
        services.AddAskii(options => options.Token = "second");
        services.Count(service => service.ServiceType == typeof(AskiiClient)).ShouldBe(1);
        services.AddHttpClient("Trellis.Askii").ConfigurePrimaryHttpMessageHandler(() => transport);
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<AskiiClient>().Models.ListAsync();
        transport.LastRequest.BodyText.ShouldContain("first");
    }

    [Fact]
    public async Task The_containers_cache_is_the_clients()
    {
        var cache = new LruDistributedCache();
        using var transport = new StubTransport(Golden.Ok(Golden.Models));
        var services = new ServiceCollection();
        services.AddSingleton<IDistributedCache>(cache);
        services.AddAskii(options => options.Token = AskiiFixture.Token).ConfigurePrimaryHttpMessageHandler(() => transport);
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<AskiiClient>().Models.ListAsync(TimeSpan.FromMinutes(1));
        (await cache.GetAsync("askii:v1:4c5dc9b7:models:list:noargs")).ShouldNotBeNull();
    }

    [Fact]
    public async Task Disposing_the_container_disposes_its_clients_and_leaves_handlers_that_others_use()
    {
        using var transport = new StubTransport(Golden.Ok(Golden.Models), Golden.Ok(Golden.Models));
        var services = new ServiceCollection();
        services.AddAskii(options => options.Token = "t").ConfigurePrimaryHttpMessageHandler(() => transport);
        services.AddAskii(options => options.Token = "t", name: "other").ConfigurePrimaryHttpMessageHandler(() => transport);
        var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<AskiiClient>();
        var other = provider.GetRequiredKeyedService<AskiiClient>("other");
        await provider.DisposeAsync();
        await Should.ThrowAsync<ObjectDisposedException>(() => client.Models.ListAsync());
        await Should.ThrowAsync<ObjectDisposedException>(() => other.Models.ListAsync());
        using var http = transport.CreateClient("https://api.askii.test");
        (await http.GetAsync(new Uri("/", UriKind.Relative))).IsSuccessStatusCode.ShouldBeTrue();
    }

    [Fact]
    public async Task A_client_disposed_early_does_not_break_another_on_the_same_pipeline()
    {
        using var transport = new StubTransport(Golden.Ok(Golden.Models));
        var services = new ServiceCollection();
        services.AddAskii(options => options.Token = "t").ConfigurePrimaryHttpMessageHandler(() => transport);
        await using var first = services.BuildServiceProvider();
        await using var second = services.BuildServiceProvider();
        first.GetRequiredService<AskiiClient>().Dispose();
        (await second.GetRequiredService<AskiiClient>().Models.ListAsync()).Models.Count.ShouldBe(2);
    }
}
