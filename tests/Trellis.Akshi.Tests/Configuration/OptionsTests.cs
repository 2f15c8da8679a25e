using Microsoft.Extensions.Configuration;
using Trellis.Testing;

namespace Trellis.Akshi.Tests.Configuration;

[Collection(nameof(EnvironmentCollection))]
public sealed class OptionsTests : IDisposable
{
    private readonly EnvironmentScope _environment = new();

    public void Dispose() => _environment.Dispose();

    [Fact]
    public void The_defaults_are_the_contracts()
    {
        var options = new AkshiClientOptions();
        options.BaseUrl.ShouldBe(new Uri("http://127.0.0.1:3210"));
        options.Token.ShouldBeNull();
        options.MaxAttempts.ShouldBe(1);
        options.StreamIdleTimeout.ShouldBe(TimeSpan.FromSeconds(45));
        options.AttemptTimeout.ShouldBe(TimeSpan.FromSeconds(30));
        options.TotalTimeout.ShouldBe(Timeout.InfiniteTimeSpan);
    }

    [Fact]
    public async Task The_environment_is_read_and_an_empty_variable_counts_as_none()
    {
        _environment.Set("AKSHI_BASE_URL", "https://env.test/akshi");
        _environment.Set("AKSHI_TOKEN", "env-token");
        _environment.Set("AKSHI_TIMEOUT_SECONDS", "2.5");
        _environment.Set("AKSHI_MAX_ATTEMPTS", "3");
        var options = AkshiClientOptions.FromEnvironment();
        (options.AttemptTimeout, options.MaxAttempts).ShouldBe((TimeSpan.FromSeconds(2.5), 3));
        using var transport = new StubTransport(StubAnswer.Json("{}"));
        using var client = new AkshiClient(options, transport.CreateClient());
        await client.HealthAsync();
        transport.LastRequest.Uri.ToString().ShouldBe("https://env.test/akshi/api/v1/health");
        transport.LastRequest.Header("Authorization").ShouldBe("Bearer env-token");
        AkshiClientOptions.FromEnvironment(_ => "").BaseUrl.ShouldBe(new Uri("http://127.0.0.1:3210"));
        AkshiClientOptions.FromEnvironment(_ => "").Token.ShouldBeNull();
    }

    [Fact]
    public void A_client_needs_nothing_at_all()
    {
        using var client = new AkshiClient();
        using var other = new AkshiClient("token");
        client.Events.ShouldNotBeNull();
        other.Events.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("AKSHI_BASE_URL", "nowhere")]
    [InlineData("AKSHI_TIMEOUT_SECONDS", "soon")]
    [InlineData("AKSHI_MAX_ATTEMPTS", "2.5")]
    public void A_variable_that_cannot_be_read_is_named(string name, string value) =>
        Should.Throw<FormatException>(() => AkshiClientOptions.FromEnvironment(asked => asked == name ? value : null)).Message.ShouldContain(name);

    [Fact]
    public void A_configuration_section_is_read()
    {
        var options = new AkshiClientOptions();
        options.Apply(Section(("BaseUrl", "https://s.test"), ("Token", "t"), ("TimeoutSeconds", "2.5"), ("MaxAttempts", "2"), ("CaBundlePath", "/ca.pem")));
        (options.BaseUrl, options.AttemptTimeout, options.MaxAttempts, options.CaBundlePath)
            .ShouldBe((new Uri("https://s.test"), TimeSpan.FromSeconds(2.5), 2, "/ca.pem"));
        options.Token.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("ftp://h.test")]
    [InlineData("http://user:password@h.test")]
    [InlineData("http://h.test/?token=x")]
    public void An_address_that_is_none_fails_when_the_client_is_built(string url) =>
        Should.Throw<ArgumentException>(() => new AkshiClient(new AkshiClientOptions { BaseUrl = new Uri(url) }));

    [Fact]
    public async Task Options_changed_afterwards_have_no_effect()
    {
        using var transport = new StubTransport(StubAnswer.Json("{}"));
        var options = new AkshiClientOptions { Token = "t", BaseUrl = new Uri("https://h.test") };
        using var client = new AkshiClient(options, transport.CreateClient());
        options.BaseUrl = new Uri("https://changed.test");
        options.Token = "changed";
        await client.HealthAsync();
        transport.LastRequest.Uri.Host.ShouldBe("h.test");
        transport.LastRequest.Header("Authorization").ShouldBe("Bearer t");
    }

    [Fact]
    public async Task A_callers_own_HttpClient_survives_the_client()
    {
        using var transport = new StubTransport(StubAnswer.Json("{}"), StubAnswer.Json("{}"));
        using var http = transport.CreateClient();
        http.DefaultRequestHeaders.Add("x-custom", "yes");
        var client = new AkshiClient(new AkshiClientOptions { BaseUrl = new Uri("https://h.test") }, http);
        await client.HealthAsync();
        transport.LastRequest.Header("x-custom").ShouldBe("yes");
        client.Dispose();
        (await http.GetAsync(new Uri("https://h.test/"))).IsSuccessStatusCode.ShouldBeTrue();
    }

    internal static IConfigurationSection Section(params (string Key, string Value)[] values) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(values.Select(value => KeyValuePair.Create<string, string?>($"Akshi:{value.Key}", value.Value)))
            .Build()
            .GetSection("Akshi");
}
