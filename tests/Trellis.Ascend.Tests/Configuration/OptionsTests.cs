using Microsoft.Extensions.Configuration;
using Trellis.Testing;

namespace Trellis.Ascend.Tests.Configuration;

[Collection(nameof(EnvironmentCollection))]
public sealed class OptionsTests : IDisposable
{
    private readonly EnvironmentScope _environment = new();

    public void Dispose() => _environment.Dispose();

    [Fact]
    public void The_defaults_are_those_of_the_contract()
    {
        var options = new AscendClientOptions();
        options.BaseUrl.ShouldBe(new Uri("https://pilot.owkai.app"));
        options.AttemptTimeout.ShouldBe(TimeSpan.FromSeconds(5));
        options.ConnectTimeout.ShouldBe(TimeSpan.FromSeconds(5));
        options.MaxRetries.ShouldBe(3);
        options.MaxAttempts.ShouldBe(4);
        options.Environment.ShouldBe("production");
        options.FailMode.ShouldBe(FailMode.Closed);
        options.EnableCircuitBreaker.ShouldBeTrue();
        options.CircuitBreakerThreshold.ShouldBe(5);
        options.CircuitBreakerTimeout.ShouldBe(TimeSpan.FromSeconds(30));
        options.DecisionTimeout.ShouldBe(TimeSpan.FromSeconds(60));
        options.PollInterval.ShouldBe(TimeSpan.FromSeconds(2));
        options.SigningSecret.ShouldBeNull();
        options.Debug.ShouldBeFalse();
    }

    [Fact]
    public void A_missing_key_is_an_authentication_error_that_names_the_variable()
    {
        var error = Should.Throw<AscendAuthenticationException>(() => new AscendClient());
        error.Message.ShouldContain("ASCEND_API_KEY");
        error.ErrorCode.ShouldBe("AUTH_ERROR");
    }

    [Fact]
    public void The_environment_fills_what_it_sets()
    {
        _environment.Set("ASCEND_API_KEY", "k");
        _environment.Set("ASCEND_API_URL", "https://env.test");
        _environment.Set("ASCEND_AGENT_ID", "a");
        _environment.Set("ASCEND_AGENT_NAME", "A");
        _environment.Set("ASCEND_SIGNING_SECRET", "s");
        _environment.Set("ASCEND_DEBUG", "true");
        var options = AscendClientOptions.FromEnvironment();
        options.ApiKey.ShouldNotBeNull();
        options.BaseUrl.ShouldBe(new Uri("https://env.test"));
        options.AgentId.ShouldBe("a");
        options.AgentName.ShouldBe("A");
        options.SigningSecret!.Reveal().ShouldBe("s");
        options.Debug.ShouldBeTrue();
    }

    [Fact]
    public void The_names_of_earlier_generations_count_where_the_present_ones_are_not_set()
    {
        _environment.Set("OWKAI_API_KEY", "k");
        _environment.Set("OWKAI_API_URL", "https://old.test");
        var options = AscendClientOptions.FromEnvironment();
        options.ApiKey.ShouldNotBeNull();
        options.BaseUrl.ShouldBe(new Uri("https://old.test"));
    }

    [Fact]
    public void The_present_names_win()
    {
        _environment.Set("OWKAI_API_URL", "https://old.test");
        _environment.Set("ASCEND_API_URL", "https://new.test");
        AscendClientOptions.FromEnvironment().BaseUrl.ShouldBe(new Uri("https://new.test"));
    }

    [Fact]
    public async Task An_argument_wins_over_the_environment()
    {
        _environment.Set("ASCEND_API_KEY", "from-environment");
        _environment.Set("ASCEND_AGENT_ID", "from-environment");
        var options = AscendClientOptions.FromEnvironment();
        options.ApiKey = "mine";
        options.AgentId = "me";
        using var transport = new StubTransport(Golden.Ok(Golden.Allowed));
        using var client = new AscendClient(new HttpMessageInvoker(transport, disposeHandler: false), options);
        await client.EvaluateActionAsync(AscendFixture.Action);
        transport.LastRequest.Header("X-API-Key").ShouldBe("mine");
        transport.LastRequest.ReadJson().GetProperty("agent_id").GetString().ShouldBe("me");
    }

    [Fact]
    public void A_malformed_variable_is_a_configuration_error_that_names_it()
    {
        _environment.Set("ASCEND_API_URL", "not an address");
        Should.Throw<AscendConfigurationException>(AscendClientOptions.FromEnvironment).Message.ShouldContain("ASCEND_API_URL");
    }

    [Theory]
    [InlineData("https://h.test/", "https://h.test/api/v1/actions/7/status")]
    [InlineData("https://h.test///", "https://h.test/api/v1/actions/7/status")]
    [InlineData("https://h.test/base/", "https://h.test/base/api/v1/actions/7/status")]
    public async Task Slashes_at_the_end_of_the_address_do_not_matter(string baseUrl, string expected)
    {
        using var ascend = new AscendFixture(options => options.BaseUrl = new Uri(baseUrl), Golden.Ok(Golden.Allowed));
        await ascend.Client.GetActionStatusAsync("7");
        ascend.Transport.LastRequest.Uri.AbsoluteUri.ShouldBe(expected);
    }

    [Fact]
    public void A_configuration_section_fills_the_same_options()
    {
        var options = new AscendClientOptions();
        options.Apply(Section(
            ("BaseUrl", "https://section.test"), ("ApiKey", "k"), ("AgentId", "a"), ("FailMode", "OPEN"), ("MaxRetries", "1"), ("TimeoutSeconds", "9"), ("Environment", "staging")));
        options.BaseUrl.ShouldBe(new Uri("https://section.test"));
        options.FailMode.ShouldBe(FailMode.Open);
        options.MaxRetries.ShouldBe(1);
        options.AttemptTimeout.ShouldBe(TimeSpan.FromSeconds(9));
        options.Environment.ShouldBe("staging");
    }

    [Theory]
    [InlineData("FailMode", "ajar")]
    [InlineData("MaxRetries", "many")]
    public void A_malformed_section_value_is_a_configuration_error(string key, string value) =>
        Should.Throw<AscendConfigurationException>(() => new AscendClientOptions().Apply(Section((key, value)))).Message.ShouldContain(value);

    [Fact]
    public void An_option_out_of_its_range_is_refused_and_named()
    {
        Refused(options => options.CircuitBreakerThreshold = 0, "CircuitBreakerThreshold");
        Refused(options => options.MaxRetries = -1, "MaxRetries");
        Refused(options => options.PollInterval = TimeSpan.Zero, "PollInterval");
        Refused(options => options.Environment = " ", "Environment");
        Refused(options => options.FailMode = (FailMode)7, "FailMode");
    }

    [Fact]
    public void Printed_options_hold_no_secret() =>
        new AscendClientOptions { ApiKey = "owkai_x", SigningSecret = new Secret("hush") }.ToString().ShouldNotContain("hush");

    private static void Refused(Action<AscendClientOptions> spoil, string name)
    {
        var options = new AscendClientOptions { ApiKey = "k" };
        spoil(options);
        Should.Throw<AscendConfigurationException>(() => new AscendClient(options)).Message.ShouldContain(name);
    }

    private static IConfiguration Section(params (string Key, string Value)[] values) => new ConfigurationBuilder()
        .AddInMemoryCollection(values.Select(value => KeyValuePair.Create<string, string?>($"Ascend:{value.Key}", value.Value)))
        .Build()
        .GetSection("Ascend");
}
