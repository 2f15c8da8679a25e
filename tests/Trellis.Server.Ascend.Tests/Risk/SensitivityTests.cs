using Trellis.Server.Ascend.Actions;
using Trellis.Server.Ascend.Risk;

namespace Trellis.Server.Ascend.Tests.Risk;

public sealed class SensitivityTests
{
    [Theory]
    [InlineData("archive", null, 5)]
    [InlineData("quarterly_revenue", null, 12)]
    [InlineData("customers", null, 18)]
    [InlineData("CUSTOMER_TABLE", null, 18)]
    [InlineData("credit_cards", null, 20)]
    [InlineData("password_vault", null, 20)]
    [InlineData("archive", "123-45-6789", 22)]
    [InlineData("credit_cards", "123-45-6789", 22)]
    public void Names_and_patterns_are_found(string resource, string? value, int score) =>
        SensitivityOf(resource, value is null ? null : $$"""{"value":"{{value}}"}""").ShouldBe(score);

    [Theory]
    [InlineData("archive", null, 25)]
    [InlineData("customers", null, 25)]
    [InlineData("password_vault", null, 27)]
    [InlineData("archive", "123-45-6789", 28)]
    [InlineData("password_vault", "123-45-6789", 30)]
    public void Stated_personal_data_weigh_more_together_with_what_is_found(string resource, string? value, int score) =>
        SensitivityOf(resource, value is null ? null : $$"""{"value":"{{value}}"}""", pii: true).ShouldBe(score);

    [Fact]
    public void The_context_can_state_personal_data_too() =>
        TestAction.Of("object.read", context: """{"contains_pii":true}""").Assess().Hybrid!.Value.Sensitivity.ShouldBe(25);

    [Theory]
    [InlineData("ssn", 20)]
    [InlineData("ssns", 20)]
    [InlineData("customer_ssn", 20)]
    [InlineData("employeeSSN", 20)]
    [InlineData("being", 5)]
    [InlineData("proteins", 5)]
    [InlineData("adobe", 5)]
    public void Short_keywords_count_as_words_only(string resource, int score) => SensitivityOf(resource).ShouldBe(score);

    [Theory]
    [InlineData("test_data")]
    [InlineData("synthetic-orders")]
    public void Data_that_are_said_to_be_made_up_weigh_nothing(string resource) => SensitivityOf(resource).ShouldBe(0);

    [Fact]
    public void Calling_data_made_up_hides_nothing_that_is_found() => SensitivityOf("synthetic_customers").ShouldBe(18);

    [Theory]
    [InlineData("high")]
    [InlineData("critical")]
    [InlineData("high_sensitivity")]
    [InlineData("pii")]
    public void A_stated_sensitivity_raises_to_twenty(string stated) =>
        SensitivityWith(new RiskIndicators { DataSensitivity = stated }).ShouldBe(20);

    [Fact]
    public void A_low_stated_sensitivity_raises_nothing() => SensitivityWith(new RiskIndicators { DataSensitivity = "low" }).ShouldBe(5);

    [Fact]
    public void Financial_data_raise_to_twenty() => SensitivityWith(new RiskIndicators { FinancialData = true }).ShouldBe(20);

    [Fact]
    public void An_external_transfer_raises_to_twenty() => SensitivityWith(new RiskIndicators { ExternalTransfer = true }).ShouldBe(20);

    [Fact]
    public void What_the_caller_states_never_lowers_what_is_found() => SensitivityScore
        .Of(piiStated: true, SensitivityKeyword.High, pattern: true, statedSensitive: true, synthetic: true).ShouldBe(30);

    [Fact]
    public void The_addresses_of_a_context_are_no_data_of_the_action() =>
        TestAction.Of("object.read", context: """{"ip_address":"10.0.0.1","user_agent":"Mozilla/5.0 120.0.0.0"}""")
            .Assess().Hybrid!.Value.Sensitivity.ShouldBe(5);

    [Fact]
    public void The_persons_words_in_a_context_are_searched() =>
        TestAction.Of("object.read", context: """{"user_request":"look up 123-45-6789"}""").Assess().Hybrid!.Value.Sensitivity.ShouldBe(22);

    [Fact]
    public void Data_are_found_however_deep_they_are() =>
        SensitivityOf("archive", """{"a":[{"b":{"c":"write to ann@example.com"}}]}""").ShouldBe(22);

    [Fact]
    public void Data_are_found_behind_escapes() => SensitivityOf("archive", """{"a":"ann\u0040example.com"}""").ShouldBe(22);

    private static int SensitivityOf(string resource, string? details = null, bool pii = false) =>
        TestAction.Of("object.read", resource, details: details).With(new RiskIndicators { PiiInvolved = pii }).Assess().Hybrid!.Value.Sensitivity;

    private static int SensitivityWith(RiskIndicators indicators) =>
        TestAction.Of("object.read").With(indicators).Assess().Hybrid!.Value.Sensitivity;
}
