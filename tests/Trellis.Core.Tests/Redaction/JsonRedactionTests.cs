using System.Text.Json;

namespace Trellis.Tests.Redaction;

public sealed class JsonRedactionTests
{
    private static readonly Redactor Redactor = Redactor.Default;

    [Theory]
    [InlineData("""{"mpass_token":"abc","key":"k"}""", """{"mpass_token":"***redacted***","key":"k"}""")]
    [InlineData("""{"a":[{"API_Key":42}]}""", """{"a":[{"API_Key":"***redacted***"}]}""")]
    [InlineData("""{"token":{"nested":[1,2]},"b":1}""", """{"token":"***redacted***","b":1}""")]
    [InlineData("""{"token":null}""", """{"token":null}""")]
    [InlineData("""{"detail":"no sk-0123456789abcdef"}""", """{"detail":"no ***redacted***"}""")]
    [InlineData("""["eyJh.eyJi.sig", 1.50]""", """["***redacted***", 1.50]""")]
    [InlineData("""{"sk-0123456789abcdef":1}""", """{"***redacted***":1}""")]
    [InlineData("""{"\u0074oken":"abc"}""", """{"\u0074oken":"***redacted***"}""")]
    [InlineData(""" "\u0073k-0123456789abcdef" """, """ "***redacted***" """)]
    public void Secrets_are_masked_by_name_and_by_look(string json, string expected) => Redactor.RedactJson(json).ShouldBe(expected);

    [Theory]
    [InlineData("""{ "b" : 1.0, "a":"\u00e9\/é😀", "tokens":[] }""")]
    [InlineData("""{"max_tokens":5}""")]
    [InlineData("12")]
    [InlineData("")]
    [InlineData("Internal Server Error: invalid token")]
    [InlineData("<html>[token]</html>")]
    public void Text_without_secrets_is_returned_as_it_is(string json) => Redactor.RedactJson(json).ShouldBeSameAs(json);

    [Theory]
    [InlineData("""{"mpass_token":"ab""", """{"mpass_token":***redacted***""")]
    [InlineData("""{"token":{"a":"hush",""", """{"token":***redacted***""")]
    [InlineData("""{"a":1,"token":hush}""", """{"a":1,"token":***redacted***""")]
    [InlineData("""{"a":1} {"token":"hush"}""", """{"a":1}***redacted***""")]
    [InlineData("""{"a":1,'token':'hush'}""", """{"a":1***redacted***""")]
    [InlineData("""{"a":1,'\u0074oken':'hush'}""", """{"a":1***redacted***""")]
    [InlineData("""{"detail":"cut sh""", """{"detail":"cut sh""")]
    [InlineData("""{"detail":"cut sk-0123456789abcdef""", """{"detail":"cut ***redacted***""")]
    public void Damaged_json_hides_whatever_may_be_secret(string json, string expected) => Redactor.RedactJson(json).ShouldBe(expected);

    [Fact]
    public void Half_a_surrogate_pair_is_damage() => Redactor.RedactJson("""{"a":"\ud800","token":"hush"}""").ShouldNotContain("hush");

    [Fact]
    public void Json_too_deep_to_follow_is_damage()
    {
        var json = new string('[', 1000) + """{"token":"hush"}""" + new string(']', 1000);
        Redactor.RedactJson(json).ShouldNotContain("hush");
    }

    [Fact]
    public void An_element_is_copied_without_its_secrets()
    {
        JsonElement redacted;
        using (var document = JsonDocument.Parse("""{"detail":{"access_token":"hush","n":1}}""")) redacted = Redactor.Redact(document.RootElement);
        redacted.GetRawText().ShouldBe("""{"detail":{"access_token":"***redacted***","n":1}}""");
    }

    [Fact]
    public void An_element_without_secrets_outlives_its_document()
    {
        JsonElement copy;
        using (var document = JsonDocument.Parse("[1]")) copy = Redactor.Redact(document.RootElement);
        copy.GetRawText().ShouldBe("[1]");
    }
}
