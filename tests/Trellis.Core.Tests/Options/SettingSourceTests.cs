using Microsoft.Extensions.Configuration;

namespace Trellis.Tests.Options;

public sealed class SettingSourceTests
{
    [Fact]
    public void What_is_not_set_is_null()
    {
        var settings = Section();
        settings.Text("V", "Missing").ShouldBeNull();
        settings.Seconds("V", "Missing").ShouldBeNull();
        settings.Integer("V", "Missing").ShouldBeNull();
        settings.Address("V", "Missing").ShouldBeNull();
        settings.OnUnlessRefused("V", "Missing").ShouldBeNull();
    }

    [Theory]
    [InlineData("30", 30)]
    [InlineData("2.5", 2.5)]
    [InlineData(" 1e2 ", 100)]
    public void Seconds_may_be_whole_or_not(string text, double seconds) =>
        Section(text).Seconds("V", "Key").ShouldBe(TimeSpan.FromSeconds(seconds));

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("soon")]
    [InlineData("2,5")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("1e300")]
    public void Seconds_that_are_none_fail(string text) =>
        Should.Throw<FormatException>(() => Section(text).Seconds("V", "Key")).Message.ShouldContain("Section:Key");

    [Theory]
    [InlineData("3", 3)]
    [InlineData(" -2 ", -2)]
    [InlineData("+4", 4)]
    public void An_integer_may_have_a_sign_and_blanks(string text, int number) => Section(text).Integer("V", "Key").ShouldBe(number);

    [Theory]
    [InlineData("")]
    [InlineData("3.0")]
    [InlineData("1,000")]
    [InlineData("99999999999")]
    public void An_integer_that_is_none_fails(string text) => Should.Throw<FormatException>(() => Section(text).Integer("V", "Key"));

    [Theory]
    [InlineData("")]
    [InlineData("api.test")]
    public void An_address_that_is_none_fails(string text) => Should.Throw<FormatException>(() => Section(text).Address("V", "Key"));

    [Fact]
    public void The_key_of_a_whole_configuration_has_no_path() =>
        Should.Throw<FormatException>(() => SettingSource.Configuration(
                new ConfigurationBuilder().AddInMemoryCollection([new("Key", "x")]).Build()).Integer("V", "Key"))
            .Message.ShouldStartWith("Key must be a whole number");

    [Fact]
    public void The_environment_is_read_by_the_variables_name() =>
        SettingSource.Environment.Text("PATH", "Key").ShouldBe(Environment.GetEnvironmentVariable("PATH"));

    private static SettingSource Section(string? value = null) => SettingSource.Configuration(
        new ConfigurationBuilder().AddInMemoryCollection([new("Section:Key", value)]).Build().GetSection("Section"));
}
