using Microsoft.Extensions.Configuration;
using Trellis.Testing;

namespace Trellis.Aerostack.Tests.Configuration;

[Collection(nameof(EnvironmentCollection))]
public sealed class OptionsTests : IDisposable
{
    private readonly EnvironmentScope _environment = new();

    public void Dispose() => _environment.Dispose();

    [Theory]
    [InlineData(null, null, "https://api.aerostack.ai/v1/cache/get")]
    [InlineData(null, 0, "https://api.aerostack.ai/v1/cache/get")]
    [InlineData(null, 1, "http://localhost:8787/v1/cache/get")]
    [InlineData("", 1, "http://localhost:8787/v1/cache/get")]
    [InlineData("https://own.test/v1", 1, "https://own.test/v1/cache/get")]
    [InlineData("https://own.test/v1/", null, "https://own.test/v1/cache/get")]
    [InlineData("https://{region}.test/{version}", null, "https://eu.test/v1/cache/get")]
    public async Task A_server_is_chosen_by_its_address_and_else_by_its_index(string? url, int? index, string expected)
    {
        (await AddressOfAsync(new AerostackClientOptions
        {
            ApiKey = "k",
            ServerUrl = url,
            ServerIndex = index,
            UrlParameters = new Dictionary<string, string> { ["region"] = "eu", ["version"] = "v1" },
        })).ShouldBe(expected);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(-1)]
    public void A_server_that_is_not_there_fails_when_the_client_is_built(int index) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new AerostackClient(new AerostackClientOptions { ApiKey = "k", ServerIndex = index }));

    [Theory]
    [InlineData("not an address")]
    [InlineData("ftp://h.test")]
    [InlineData("https://user:password@h.test")]
    public void An_address_that_is_none_fails_when_the_client_is_built(string url) =>
        Should.Throw<ArgumentException>(() => new AerostackClient(new AerostackClientOptions { ApiKey = "k", ServerUrl = url }));

    [Fact]
    public async Task A_call_can_go_to_a_server_of_its_own_and_the_next_goes_to_the_clients()
    {
        using var aerostack = new AerostackFixture(Golden.Ok(), Golden.Ok());
        await aerostack.Client.Cache.GetAsync("k", new() { ServerUrl = new Uri("https://other.test/v1/") });
        await aerostack.Client.Cache.GetAsync("k");
        aerostack.Transport.Requests.Select(request => request.Uri.ToString())
            .ShouldBe(["https://other.test/v1/cache/get", "https://api.aerostack.test/v1/cache/get"]);
    }

    [Fact]
    public async Task A_calls_headers_replace_the_clients_whatever_their_case()
    {
        using var aerostack = new AerostackFixture(Golden.Ok());
        await aerostack.Client.Cache.GetAsync("k", new()
        {
            Headers = new Dictionary<string, string> { ["x-aerostack-key"] = "other", ["X-Own"] = "1", ["content-type"] = "application/json; x=1" },
        });
        var request = aerostack.Transport.LastRequest;
        request.Header("X-Aerostack-Key").ShouldBe("other");
        request.Header("X-Own").ShouldBe("1");
        request.Header("Content-Type").ShouldBe("application/json; x=1");
    }

    [Theory]
    [InlineData("X-A", "1\r\nX-B: 2")]
    [InlineData("X-A: 1\r\nX-B", "2")]
    [InlineData("", "2")]
    public void A_header_that_would_be_two_is_refused(string name, string value) =>
        Should.Throw<ArgumentException>(() => new AerostackCallOptions { Headers = new Dictionary<string, string> { [name] = value } });

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public void A_timeout_that_is_none_is_refused(int seconds) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new AerostackCallOptions { Timeout = TimeSpan.FromSeconds(seconds) });

    [Fact]
    public void A_client_without_a_key_cannot_be_built()
    {
        Should.Throw<AerostackCredentialException>(() => new AerostackClient()).Message.ShouldContain("AEROSTACK_API_KEY");
        Should.Throw<AerostackCredentialException>(() => new AerostackClient(new AerostackClientOptions { ApiKey = "" }));
    }

    [Fact]
    public async Task A_key_callback_that_returns_nothing_fails_the_call()
    {
        using var aerostack = new AerostackFixture(options => options.ApiKey = TokenSource.FromCallback(() => null));
        await Should.ThrowAsync<AerostackCredentialException>(() => aerostack.Client.Cache.GetAsync("k"));
    }

    [Fact]
    public async Task An_asynchronous_key_callback_serves_asynchronous_calls_alone()
    {
        using var aerostack = new AerostackFixture(options => options.ApiKey = TokenSource.FromCallback(_ => new ValueTask<string?>("later")), Golden.Ok());
        await aerostack.Client.Cache.GetAsync("k");
        aerostack.Transport.LastRequest.Header("X-Aerostack-Key").ShouldBe("later");
        Should.Throw<AerostackCredentialException>(() => aerostack.Client.Cache.Get("k"));
    }

    [Fact]
    public async Task The_environment_is_read_and_an_empty_variable_counts_as_none()
    {
        _environment.Set("AEROSTACK_SERVER_URL", "https://env.test/v1");
        _environment.Set("AEROSTACK_API_KEY", "env-key");
        _environment.Set("AEROSTACK_PROJECT_ID", "p9");
        var options = AerostackClientOptions.FromEnvironment();
        options.ProjectId.ShouldBe("p9");
        (await AddressOfAsync(options)).ShouldBe("https://env.test/v1/cache/get");
        AerostackClientOptions.FromEnvironment(_ => "").BaseUrl.ShouldBe(new Uri("https://api.aerostack.ai/v1"));
    }

    [Theory]
    [InlineData("http://127.0.0.1:8787", "http://127.0.0.1:8787/v1/cache/get")]
    [InlineData("http://127.0.0.1:8787/", "http://127.0.0.1:8787/v1/cache/get")]
    public async Task The_worker_sdks_variable_tells_the_host(string value, string expected)
    {
        _environment.Set("AEROSTACK_API_URL", value);
        _environment.Set("AEROSTACK_API_KEY", "k");
        (await AddressOfAsync(AerostackClientOptions.FromEnvironment())).ShouldBe(expected);
        _environment.Set("AEROSTACK_SERVER_URL", "https://wins.test/v1");
        (await AddressOfAsync(AerostackClientOptions.FromEnvironment())).ShouldBe("https://wins.test/v1/cache/get");
    }

    [Fact]
    public void A_variable_that_cannot_be_read_is_named() =>
        Should.Throw<FormatException>(() => AerostackClientOptions.FromEnvironment(name => name == "AEROSTACK_SERVER_URL" ? "nowhere" : null))
            .Message.ShouldContain("AEROSTACK_SERVER_URL");

    [Fact]
    public void A_configuration_section_is_read()
    {
        var options = new AerostackClientOptions();
        options.Apply(Section(("ServerIndex", "1"), ("ApiKey", "k"), ("ProjectId", "p"), ("TimeoutSeconds", "2.5")));
        options.BaseUrl.ShouldBe(new Uri("http://localhost:8787/v1"));
        options.ProjectId.ShouldBe("p");
        options.AttemptTimeout.ShouldBe(TimeSpan.FromSeconds(2.5));
        options.Apply(Section(("ServerUrl", "https://s.test/v1"), ("ServerIndex", "1")));
        options.BaseUrl.ShouldBe(new Uri("https://s.test/v1"));
    }

    [Fact]
    public async Task Options_changed_afterwards_have_no_effect()
    {
        using var transport = new StubTransport(Golden.Ok());
        var options = new AerostackClientOptions { ApiKey = "k", BaseUrl = new Uri("https://h.test/v1") };
        using var client = new AerostackClient(options, transport.CreateClient());
        options.BaseUrl = new Uri("https://changed.test");
        options.SdkHooks.BeforeRequest((_, _) => throw new InvalidOperationException("added too late"));
        await client.Cache.GetAsync("k");
        transport.LastRequest.Uri.Host.ShouldBe("h.test");
    }

    [Fact]
    public async Task A_callers_own_HttpClient_can_add_a_header_to_every_request_and_survives_the_client()
    {
        using var transport = new StubTransport(Golden.Ok(), Golden.Ok());
        using var http = transport.CreateClient();
        http.DefaultRequestHeaders.Add("x-custom", "yes");
        var client = new AerostackClient(new AerostackClientOptions { ApiKey = "k", BaseUrl = new Uri("https://h.test/v1") }, http);
        await client.Cache.GetAsync("k");
        transport.LastRequest.Header("x-custom").ShouldBe("yes");
        client.Dispose();
        (await http.GetAsync(new Uri("https://h.test/"))).IsSuccessStatusCode.ShouldBeTrue();
    }

    [Fact]
    public async Task A_disposed_client_refuses_calls_even_with_a_callers_own_HttpClient()
    {
        using var transport = new StubTransport();
        using var http = transport.CreateClient();
        var client = new AerostackClient(new AerostackClientOptions { ApiKey = "k", ConsumerKey = "c" }, http);
        client.Dispose();
        client.Dispose();
        await Should.ThrowAsync<ObjectDisposedException>(async () => await client.Cache.GetAsync("k"));
        Should.Throw<ObjectDisposedException>(() => client.Cache.Get("k"));
        await Should.ThrowAsync<ObjectDisposedException>(() => client.Gateway.ChatAsync("a", new([])));
        await Should.ThrowAsync<ObjectDisposedException>(async () => await client.Realtime.ConnectAsync());
        transport.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_escape_hatch_reaches_any_path_below_the_server_and_no_other()
    {
        using var aerostack = new AerostackFixture(StubAnswer.Json(201, "[1]"), StubAnswer.Status(204), Golden.Error(400, """{"code":"VALIDATION_ERROR","message":"m"}"""));
        (await aerostack.Client.RequestAsync(HttpMethod.Put, "/new/thing?a=b", 7)).ToJsonString().ShouldBe("""{"value":[1]}""");
        aerostack.Transport.LastRequest.Uri.ToString().ShouldBe("https://api.aerostack.test/v1/new/thing?a=b");
        aerostack.LastBody.ShouldBe("7");
        aerostack.Client.Request(HttpMethod.Delete, "/new/thing").Count.ShouldBe(0);
        await Should.ThrowAsync<AerostackApiException>(() => aerostack.Client.RequestAsync(HttpMethod.Get, "/x"));
        await Should.ThrowAsync<ArgumentException>(() => aerostack.Client.RequestAsync(HttpMethod.Get, "https://evil.test/"));
        await Should.ThrowAsync<ArgumentException>(() => aerostack.Client.RequestAsync(HttpMethod.Get, "/../outside"));
    }

    internal static IConfigurationSection Section(params (string Key, string Value)[] values) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(values.Select(value => KeyValuePair.Create<string, string?>($"Aerostack:{value.Key}", value.Value)))
            .Build()
            .GetSection("Aerostack");

    private static async Task<string> AddressOfAsync(AerostackClientOptions options)
    {
        using var transport = new StubTransport(Golden.Ok());
        using var http = transport.CreateClient();
        using var client = new AerostackClient(options, http);
        await client.Cache.GetAsync("k");
        return transport.LastRequest.Uri.ToString();
    }
}
