namespace Trellis.Tests.Redaction;

/// <summary>The rules of the ASCEND contract, section 7, said with what the rule set offers.</summary>
public sealed class PlatformRulesTests
{
    private static readonly Redactor Redactor = new(RedactionRules.Default with
    {
        Mask = "****",
        NameFragments = ["secret", "token", "password", "apikey", "api_key", "authorization", "credential", "private_key"],
        Patterns =
        [
            .. new[] { "owkai_", "ascend_", "ask_", "sk_", "whsec_" }.Select(
                prefix => new SecretPattern(prefix) { Characters = SecretPattern.UrlSafe, KeepsPrefix = true }),
            new SecretPattern("Bearer ") { Characters = SecretPattern.UrlSafe, KeepsPrefix = true, IgnoresCase = true },
        ],
    });

    [Theory]
    [InlineData("owkai_live_abc-def.x", "owkai_****")]
    [InlineData("key ask_1 and whsec_a+b/c=", "key ask_**** and whsec_****")]
    [InlineData("bearer abc.def", "Bearer ****", true)]
    public void Known_prefixes_stay_in_front_of_the_mask(string text, string expected, bool ignoreCase = false) =>
        Redactor.Redact(text)!.ShouldBe(expected, ignoreCase ? StringCompareShould.IgnoreCase : StringCompareShould.IgnoreLineEndings);

    [Theory]
    [InlineData("""{"a":{"Password":"x"}}""", """{"a":{"Password":"****"}}""")]
    [InlineData("""{"client_secret":"x"}""", """{"client_secret":"****"}""")]
    [InlineData("""{"signing_secret_v2":["x"]}""", """{"signing_secret_v2":"****"}""")]
    public void A_name_that_contains_a_fragment_is_secret(string json, string expected) => Redactor.RedactJson(json).ShouldBe(expected);

    [Fact]
    public void Masked_text_is_left_alone() => Redactor.Redact("owkai_**** Bearer ****").ShouldBe("owkai_**** Bearer ****");
}
