using Microsoft.Extensions.Configuration;

namespace Trellis.Askii.Tests.Configuration;

[Collection(nameof(EnvironmentCollection))]
public sealed class OptionsTests : IDisposable
{
    private readonly EnvironmentScope _environment = new();

    public void Dispose() => _environment.Dispose();

    [Fact]
    public void The_defaults_are_those_of_the_contract()
    {
        var options = new AskiiClientOptions();
        options.BaseUrl.ShouldBe(new Uri("https://api.askii.ai"));
        options.Token.ShouldBeNull();
        options.AttemptTimeout.ShouldBe(TimeSpan.FromSeconds(30));
        options.TotalTimeout.ShouldBe(Timeout.InfiniteTimeSpan);
        options.MaxAttempts.ShouldBe(3);
        options.VerifyTls.ShouldBeTrue();
        options.Http2.ShouldBeTrue();
        options.StrictResponses.ShouldBeFalse();
    }

    [Fact]
    public void Plain_options_do_not_read_the_environment()
    {
        _environment.Set("ASKII_TOKEN", "from-environment");
        new AskiiClientOptions().Token.ShouldBeNull();
    }

    [Fact]
    public void The_environment_fills_what_it_sets()
    {
        _environment.Set("ASKII_BASE_URL", "https://env.test");
        _environment.Set("ASKII_TOKEN", "t");
        _environment.Set("ASKII_TIMEOUT_SECONDS", "2.5");
        _environment.Set("ASKII_MAX_RETRIES", "7");
        var options = AskiiClientOptions.FromEnvironment();
        options.BaseUrl.ShouldBe(new Uri("https://env.test"));
        options.Token.ShouldNotBeNull();
        options.AttemptTimeout.ShouldBe(TimeSpan.FromSeconds(2.5));
        options.MaxAttempts.ShouldBe(7);
    }

    [Theory]
    [InlineData("ASKII_TIMEOUT_SECONDS", "soon")]
    [InlineData("ASKII_TIMEOUT_SECONDS", "")]
    [InlineData("ASKII_TIMEOUT_SECONDS", "-1")]
    [InlineData("ASKII_MAX_RETRIES", "3.0")]
    [InlineData("ASKII_MAX_RETRIES", "abc")]
    [InlineData("ASKII_MAX_RETRIES", "")]
    [InlineData("ASKII_BASE_URL", "")]
    [InlineData("ASKII_BASE_URL", "not an address")]
    public void A_malformed_variable_fails_and_is_named(string variable, string value)
    {
        _environment.Set(variable, value);
        Should.Throw<FormatException>(AskiiClientOptions.FromEnvironment).Message.ShouldContain(variable);
    }

    [Theory]
    [InlineData("0", false)]
    [InlineData("false", false)]
    [InlineData("False", false)]
    [InlineData(" NO ", false)]
    [InlineData("off", false)]
    [InlineData("1", true)]
    [InlineData("true", true)]
    [InlineData("yes", true)]
    [InlineData("on", true)]
    [InlineData("", true)]
    [InlineData("nonsense", true)]
    public void Only_four_words_turn_the_certificate_check_off(string value, bool expected)
    {
        _environment.Set("ASKII_VERIFY", value);
        AskiiClientOptions.FromEnvironment().VerifyTls.ShouldBe(expected);
    }

    [Fact]
    public void A_CA_bundle_wins_over_a_check_that_is_turned_off()
    {
        _environment.Set("ASKII_CA_BUNDLE", "/etc/ca.pem");
        _environment.Set("ASKII_VERIFY", "false");
        var options = AskiiClientOptions.FromEnvironment();
        options.CaBundlePath.ShouldBe("/etc/ca.pem");
        options.VerifyTls.ShouldBeTrue();
    }

    [Fact]
    public void An_empty_CA_bundle_counts_as_unset()
    {
        _environment.Set("ASKII_CA_BUNDLE", "");
        AskiiClientOptions.FromEnvironment().CaBundlePath.ShouldBeNull();
    }

    [Fact]
    public void An_empty_token_variable_fails_when_the_client_is_built()
    {
        _environment.Set("ASKII_TOKEN", "");
        Should.Throw<AskiiAuthException>(() => new AskiiClient());
    }

    [Fact]
    public void A_configuration_section_fills_the_same_options()
    {
        var options = new AskiiClientOptions();
        options.Apply(Section(("BaseUrl", "https://section.test"), ("Token", "t"), ("TimeoutSeconds", "9"), ("MaxAttempts", "2"), ("VerifyTls", "off")));
        options.BaseUrl.ShouldBe(new Uri("https://section.test"));
        options.AttemptTimeout.ShouldBe(TimeSpan.FromSeconds(9));
        options.MaxAttempts.ShouldBe(2);
        options.VerifyTls.ShouldBeFalse();
    }

    [Fact]
    public void A_malformed_section_value_is_named_by_its_path() =>
        Should.Throw<FormatException>(() => new AskiiClientOptions().Apply(Section(("MaxAttempts", "many")))).Message.ShouldContain("Askii:MaxAttempts");

    [Fact]
    public async Task Options_changed_after_the_client_is_built_have_no_effect()
    {
        var options = new AskiiClientOptions { Token = "t", BaseUrl = new Uri("https://before.test") };
        using var transport = new Trellis.Testing.StubTransport(Golden.Ok(Golden.Models));
        using var client = new AskiiClient(new HttpMessageInvoker(transport, disposeHandler: false), options);
        options.BaseUrl = new Uri("https://after.test");
        options.Hooks.OnRequest = _ => throw new InvalidOperationException("must not be called");
        await client.Models.ListAsync();
        transport.LastRequest.Uri.Host.ShouldBe("before.test");
    }

    [Theory]
    [InlineData("ftp://h.test")]
    [InlineData("https://user:password@h.test")]
    public void An_address_that_cannot_work_is_refused(string baseUrl) =>
        Should.Throw<ArgumentException>(() => new AskiiClient(new AskiiClientOptions { Token = "t", BaseUrl = new Uri(baseUrl) })).Message.ShouldNotContain("password@");

    [Fact]
    public void A_timeout_of_zero_is_refused_and_named() =>
        Should.Throw<ArgumentException>(() => new AskiiClient(new AskiiClientOptions { Token = "t", AttemptTimeout = TimeSpan.Zero })).Message.ShouldContain("AttemptTimeout");

    [Fact]
    public void A_CA_bundle_that_is_not_there_is_refused_and_named() =>
        Should.Throw<ArgumentException>(() => new AskiiClient(new AskiiClientOptions { Token = "t", CaBundlePath = "/nowhere/ca.pem" })).Message.ShouldContain("/nowhere/ca.pem");

    internal static IConfiguration Section(params (string Key, string Value)[] values) => new ConfigurationBuilder()
        .AddInMemoryCollection(values.Select(value => KeyValuePair.Create<string, string?>($"Askii:{value.Key}", value.Value)))
        .Build()
        .GetSection("Askii");
}
