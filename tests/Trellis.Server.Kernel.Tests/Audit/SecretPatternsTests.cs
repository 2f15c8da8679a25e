using System.Text;
using System.Text.RegularExpressions;
using Trellis.Server.Kernel.Audit;

namespace Trellis.Server.Kernel.Tests.Audit;

public sealed class SecretPatternsTests
{
    private const string Jwt = "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJhIn0.c2ln";

    [Theory]
    [InlineData("sk-0123456789abcdef", "***redacted***")]
    [InlineData("key=sk-0123456789abcdef_-x;", "key=***redacted***;")]
    [InlineData("sk-0123456789abcdef sk-0123456789abcdef", "***redacted*** ***redacted***")]
    [InlineData(Jwt, "***redacted***")]
    [InlineData("token_" + Jwt, "token_***redacted***")]
    [InlineData("see " + Jwt + ".x and on", "see ***redacted*** and on")]
    [InlineData("Bearer abcdefgh", "***redacted***")]
    [InlineData("authorization: bEARER abc.def~12=", "authorization: ***redacted***")]
    [InlineData("owkai_live_abc-def.x", "***redacted***")]
    [InlineData("ac_secret_abcdef", "***redacted***")]
    [InlineData("whsec_test", "***redacted***")]
    [InlineData("ask_live_abcd", "***redacted***")]
    [InlineData("ascend_prod_abcd", "***redacted***")]
    [InlineData("sk_test_abcd", "***redacted***")]
    public void Text_that_looks_like_a_secret_is_redacted(string text, string expected) => AuditRedactor.Text(text).ShouldBe(expected);

    [Theory]
    [InlineData("task-management-framework")]
    [InlineData("sk-short")]
    [InlineData("sk-…x9Qf")]
    [InlineData("the bearer of news")]
    [InlineData("eyJ.only")]
    [InlineData("ask_agent_to_do_something_long")]
    [InlineData("ascend_agent_governance")]
    [InlineData("usr_0000000000000000000001")]
    public void Other_text_stays(string text) => AuditRedactor.Text(text).ShouldBe(text);

    [Theory]
    [InlineData("password")]
    [InlineData("Password")]
    [InlineData("client_secret")]
    [InlineData("signing_secret")]
    [InlineData("mpass_token")]
    [InlineData("access_token")]
    [InlineData("api_key")]
    [InlineData("X-API-Key")]
    [InlineData("apiKey")]
    [InlineData("Authorization")]
    [InlineData("credentials")]
    [InlineData("private_key")]
    [InlineData("privateKeyPem")]
    [InlineData("Set-Cookie")]
    public void A_member_whose_name_says_secret_is_redacted_at_any_depth(string name) =>
        Json($$$"""{"z":[{"{{{name}}}":"v","~":1}]}""").ShouldBe($$$"""{"z": [{"{{{name}}}": "***redacted***", "~": 1}]}""");

    [Fact]
    public void What_stands_beside_a_secret_stays() =>
        Json("""{"password":"p","user":"u","list":["sk-0123456789abcdef",1]}""")
            .ShouldBe("""{"list": ["***redacted***", 1], "password": "***redacted***", "user": "u"}""");

    [Fact]
    public void Every_type_of_value_that_can_hold_a_secret_is_redacted() =>
        Json("""{"secret_a":"x","secret_b":1234,"secret_c":["x"],"secret_d":{"x":"y"},"secret_e":null,"secret_f":true}""")
            .ShouldBe("""{"secret_a": "***redacted***", "secret_b": "***redacted***", "secret_c": "***redacted***", "secret_d": "***redacted***", "secret_e": null, "secret_f": true}""");

    [Fact]
    public void A_count_of_tokens_is_no_secret() =>
        Json("""{"max_tokens":100,"total_tokens":7,"tokens":"abc"}""")
            .ShouldBe("""{"max_tokens": 100, "tokens": "***redacted***", "total_tokens": 7}""");

    [Fact]
    public void A_secret_written_with_escapes_is_redacted() =>
        Json("""{"a":"\u0073\u006b-0123456789abcdef","p\u0061ssword":"x"}""")
            .ShouldBe("""{"a": "***redacted***", "password": "***redacted***"}""");

    [Fact]
    public void A_secret_after_an_escape_is_redacted_and_the_text_stays_well_formed() =>
        Json("{\"a\":\"line\\nsk-0123456789abcdef\\u0000eyJa.b.c\"}").ShouldBe("""{"a": "line\n***redacted***\u0000***redacted***"}""");

    [Fact]
    public void A_secret_in_a_name_is_redacted() =>
        Json("""{"sk-0123456789abcdef":1}""").ShouldBe("""{"***redacted***": 1}""");

    [Fact]
    public void Text_that_no_engine_stores_is_made_storable() => AuditRedactor.Text("a\0b\ud800c\U0001f600").ShouldBe("a\ufffdb\ufffdc\U0001f600");

    [Fact]
    public void A_long_hostile_text_is_redacted_in_linear_time()
    {
        var hostile = string.Concat(Enumerable.Repeat("eyJ-", 100_000));

        AuditRedactor.Text(hostile).ShouldBe(hostile);
    }

    [Fact]
    public void Texts_are_redacted_as_the_regular_expression_of_the_patterns_says()
    {
        var pattern = new Regex(
            """
            (^|[^A-Za-z0-9])(?:
                sk-[A-Za-z0-9_-]{16,}
              | eyJ[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_.-]*
              | [Bb][Ee][Aa][Rr][Ee][Rr][ \t]+[A-Za-z0-9._~+/=-]{8,}
              | (?:owkai|ac_secret|whsec)_[A-Za-z0-9_\-.=+/]{4,}
              | (?:sk|ask|ascend)_(?:live|test|sbx|dev|staging|prod|production)_[A-Za-z0-9_\-.=+/]{4,}
            )
            """,
            RegexOptions.NonBacktracking | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant);
        string[] pieces =
        [
            "sk-", "SK-", "sk_", "eyJ", "eyj", "bearer", "BEARER", "owkai", "ac_secret", "whsec", "ask", "ascend", "live", "production", "prod",
            "_", "-", ".", "=", "+", "/", "~", " ", "\t", "\n", "0123456789abcdef", "abcd", "abc", "é", "x", "9",
        ];
        var random = new Random(20260101);
        for (var round = 0; round < 20_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => pieces[random.Next(pieces.Length)]));
            AuditRedactor.Text(text).ShouldBe(pattern.Replace(text, "$1***redacted***"), text);
        }
    }

    private static string Json(string json) => SecretFreeJson.Of(Encoding.UTF8.GetBytes(json)).Text.ToString();
}
