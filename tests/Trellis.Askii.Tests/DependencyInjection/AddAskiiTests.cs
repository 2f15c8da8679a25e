using Microsoft.Extensions.DependencyInjection;
using Trellis.Askii.Tests.Configuration;
using Trellis.Testing;

namespace Trellis.Askii.Tests.DependencyInjection;

[Collection(nameof(EnvironmentCollection))]
public sealed class AddAskiiTests : IDisposable
{
    private readonly EnvironmentScope _environment = new();

    public void Dispose() => _environment.Dispose();

    [Fact]
    public async Task The_container_gives_one_client_that_sends_through_its_own_pipeline()
    {
        using var transport = new StubTransport(Golden.Ok(Golden.Models));
        var services = new ServiceCollection();
        services.AddAskii(options => (options.Token, options.BaseUrl) = ("t", new Uri("https://di.test")))
            .ConfigurePrimaryHttpMessageHandler(() => transport);
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<AskiiClient>();
        await client.Models.ListAsync();
        transport.LastRequest.Uri.Host.ShouldBe("di.test");
        transport.LastRequest.Header("User-Agent")!.ShouldStartWith("trellis-askii/");
        provider.GetRequiredService<AskiiClient>().ShouldBeSameAs(client);
    }

    [Fact]
    public async Task Code_wins_over_the_environment_and_that_over_the_configuration()
    {
        _environment.Set("ASKII_MAX_RETRIES", "2");
        _environment.Set("ASKII_TOKEN", "from-environment");
        using var transport = new StubTransport(Golden.Error(500), Golden.Error(500));
        var services = new ServiceCollection();
        services.AddAskii(
                options => options.Token = "from-code",
                OptionsTests.Section(("MaxAttempts", "5"), ("BaseUrl", "https://section.test"), ("Token", "from-section")))
            .ConfigurePrimaryHttpMessageHandler(() => transport);
        services.AddSingleton<TimeProvider>(new ManualTimeProvider { AutoAdvance = true });
        await using var provider = services.BuildServiceProvider();
        await Should.ThrowAsync<AskiiServerException>(() => provider.GetRequiredService<AskiiClient>().Models.ListAsync());
        transport.Requests.Count.ShouldBe(2);
        transport.LastRequest.Uri.Host.ShouldBe("section.test");
        transport.LastRequest.BodyText.ShouldContain("from-code");
    }

    [Fact]
    public async Task Named_clients_are_keyed_and_apart()
    {
        using var first = new StubTransport(Golden.Ok(Golden.Models));
        using var second = new StubTransport(Golden.Ok(Golden.Models));
        var services = new ServiceCollection();
        services.AddAskii(options => options.Token = "one", name: "one").ConfigurePrimaryHttpMessageHandler(() => first);
        services.AddAskii(options => options.Token = "two", name: "two").ConfigurePrimaryHttpMessageHandler(() => second);
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredKeyedService<AskiiClient>("one").Models.ListAsync();
        await provider.GetRequiredKeyedService<AskiiClient>("two").Models.ListAsync();
        first.LastRequest.BodyText.ShouldContain("one");
        second.LastRequest.BodyText.ShouldContain("two");
        provider.GetService<AskiiClient>().ShouldBeNull();
    }

    [Fact]
    public async Task Handlers_of_the_application_run()
    {
        using var transport = new StubTransport(Golden.Ok(Golden.Models));
        var services = new ServiceCollection();
        services.AddTransient<StampingHandler>();
        services.AddAskii(options => options.Token = "t").ConfigurePrimaryHttpMessageHandler(() => transport).AddHttpMessageHandler<StampingHandler>();
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<AskiiClient>().Models.ListAsync();
        transport.LastRequest.Header("X-Stamp").ShouldBe("1");
    }

    [Fact]
    public async Task A_missing_token_fails_when_the_client_is_asked_for()
    {
        var services = new ServiceCollection();
        services.AddAskii();
        await using var provider = services.BuildServiceProvider();
        Should.Throw<AskiiAuthException>(provider.GetRequiredService<AskiiClient>);
    }

    private sealed class StampingHandler : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Add("X-Stamp", "1");
            return base.SendAsync(request, cancellationToken);
        }
    }
}
