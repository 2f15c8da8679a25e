namespace Trellis.Ascend.Tests.Secrets;

public sealed class MaskingTests
{
    [Theory]
    [InlineData("owkai_live_abc-def.x", "owkai_****")]
    [InlineData("key=owkai_admin_a+b/c= end", "key=owkai_**** end")]
    [InlineData("ascend_prod_abc", "ascend_****")]
    [InlineData("ask_sbx_1-2", "ask_****")]
    [InlineData("sk_live_1", "sk_****")]
    [InlineData("whsec_abc", "whsec_****")]
    [InlineData("Authorization: Bearer abc.def-ghi", "Authorization: Bearer ****")]
    [InlineData("bearer abc", "Bearer ****")]
    public void A_credential_in_text_is_masked_to_its_last_character(string text, string expected) =>
        AscendRedaction.Redactor.Redact(text).ShouldBe(expected, StringCompareShould.IgnoreCase);

    [Theory]
    [InlineData("risk_score is 72")]
    [InlineData("task_id and disk_full")]
    [InlineData("database.query on production_db")]
    public void Ordinary_words_stay(string text) => AscendRedaction.Redactor.Redact(text).ShouldBe(text);

    [Theory]
    [InlineData("password")]
    [InlineData("Password")]
    [InlineData("user_password_2")]
    [InlineData("token")]
    [InlineData("access_token")]
    [InlineData("signing_secret")]
    [InlineData("client_secret")]
    [InlineData("apikey")]
    [InlineData("API_KEY")]
    [InlineData("X-API-Key")]
    [InlineData("authorization")]
    [InlineData("aws_credentials")]
    [InlineData("rsa_private_key")]
    public void A_field_is_secret_by_its_name_at_any_depth(string name) =>
        AscendRedaction.Redactor.RedactJson($$"""{"a":[{"{{name}}":"hush"}],"risk_score":7}""").ShouldBe($$"""{"a":[{"{{name}}":"****"}],"risk_score":7}""");

    [Fact]
    public void A_name_that_is_not_secret_stays() => AscendRedaction.Redactor.IsSecretName("risk_level").ShouldBeFalse();
}
