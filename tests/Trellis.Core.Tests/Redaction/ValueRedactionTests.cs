using System.Text.Json;
using System.Text.Json.Nodes;

namespace Trellis.Tests.Redaction;

public sealed class ValueRedactionTests
{
    private static readonly Redactor Redactor = Redactor.Default;

    [Theory]
    [InlineData("mpass_token")]
    [InlineData("API_KEY")]
    [InlineData("apikey")]
    [InlineData("Authorization")]
    [InlineData("x-api-key")]
    [InlineData("token")]
    [InlineData("access_token")]
    [InlineData("refresh_token")]
    [InlineData("id_token")]
    [InlineData("AccessToken")]
    [InlineData("apiKey")]
    public void A_secret_field_is_masked_whatever_its_value(string name)
    {
        Redactor.RedactField(name, "abc").ShouldBe("***redacted***");
        Redactor.RedactField(name, 42).ShouldBe("***redacted***");
        Redactor.RedactField(name, new[] { 1 }).ShouldBe("***redacted***");
        Redactor.RedactField(name, null).ShouldBeNull();
    }

    [Theory]
    [InlineData("tokens")]
    [InlineData("my_token")]
    [InlineData("key")]
    public void A_name_is_matched_as_a_whole(string name) => Redactor.RedactField(name, "abc").ShouldBe("abc");

    [Fact]
    public void A_nested_dictionary_is_masked_by_name_while_its_neighbours_stay()
    {
        var value = new Dictionary<string, object?>
        {
            ["method"] = "POST",
            ["body"] = new Dictionary<string, string> { ["mpass_token"] = "hush", ["key"] = "k" },
            ["list"] = new object?[] { 1, null, "sk-0123456789abcdef", new Dictionary<string, object?> { ["token"] = 1 } },
        };

        var redacted = Redactor.RedactValue(value).ShouldBeOfType<Dictionary<string, object?>>();

        redacted["method"].ShouldBe("POST");
        var body = redacted["body"].ShouldBeOfType<Dictionary<string, object?>>();
        body["mpass_token"].ShouldBe("***redacted***");
        body["key"].ShouldBe("k");
        var list = redacted["list"].ShouldBeOfType<List<object?>>();
        list[..3].ShouldBe([1, null, "***redacted***"]);
        list[3].ShouldBeOfType<Dictionary<string, object?>>()["token"].ShouldBe("***redacted***");
    }

    [Fact]
    public void Pairs_whose_name_cannot_be_read_are_masked()
    {
        IEnumerable<KeyValuePair<string, int>> pairs = [KeyValuePair.Create("token", 1)];
        Redactor.RedactValue(pairs).ShouldBeOfType<List<object?>>().ShouldBe(["***redacted***"]);
    }

    [Fact]
    public void Any_other_object_becomes_its_text_without_credentials()
    {
        Redactor.RedactValue(new Uri("https://h/?k=sk-0123456789abcdef")).ShouldBe("https://h/?k=***redacted***");
        Redactor.RedactValue(new Secret("hush")).ShouldBe(Secret.Mask);
        Redactor.RedactValue(new InvalidOperationException("eyJh.eyJi.sig")).ShouldBeOfType<string>().ShouldNotContain("eyJh");
        Redactor.RedactValue(TimeSpan.FromSeconds(1)).ShouldBe("00:00:01");
    }

    [Fact]
    public void Bytes_are_counted_and_not_shown() => Redactor.RedactValue(new byte[12]).ShouldBe("12 bytes");

    [Fact]
    public void Json_nodes_are_masked_by_name()
    {
        var redacted = Redactor.RedactValue(new JsonObject { ["a"] = new JsonArray(new JsonObject { ["token"] = "hush" }) });
        redacted.ShouldBeOfType<JsonElement>().GetRawText().ShouldBe("""{"a":[{"token":"***redacted***"}]}""");
    }

    [Fact]
    public void Json_is_masked_by_name()
    {
        using var document = JsonDocument.Parse("""{"token":"hush"}""");
        Redactor.RedactValue(document.RootElement).ShouldBeOfType<JsonElement>().GetRawText().ShouldBe("""{"token":"***redacted***"}""");
    }

    [Fact]
    public void A_structure_that_contains_itself_comes_to_an_end()
    {
        var list = new List<object>();
        list.Add(list);
        Redactor.RedactValue(list).ShouldNotBeNull();
    }
}
