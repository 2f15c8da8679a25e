using System.Text;
using Trellis.Server.Kernel.Models;

namespace Trellis.Server.Kernel.Tests.Models;

public sealed class ChatRequestParserTests
{
    [Fact]
    public void The_essentials_are_read()
    {
        var request = Chat.Parse(
            """{"model":"m","messages":[{"role":"user","content":"Hi"}],"stream":true,"stream_options":{"include_usage":true},"n":2,"max_tokens":5,"stop":["a","b"]}""");

        request.Model.ShouldBe("m");
        request.Stream.ShouldBeTrue();
        request.IncludeUsage.ShouldBeTrue();
        request.Choices.ShouldBe(2);
        request.MaxCompletionTokens.ShouldBe(5);
        request.Stop.ShouldBe(["a", "b"]);
    }

    [Fact]
    public void Null_is_as_good_as_absent()
    {
        var request = Chat.Parse(
            """{"model":null,"messages":[{"role":"user","content":"Hi"}],"stream":null,"stream_options":null,"n":null,"max_tokens":null,"stop":null,"temperature":null}""");

        request.Model.ShouldBeNull();
        request.Stream.ShouldBeFalse();
        request.Choices.ShouldBe(1);
        request.MaxCompletionTokens.ShouldBeNull();
    }

    [Theory]
    [InlineData("""{"role":"assistant","content":null,"tool_calls":[]}""")]
    [InlineData("""{"role":"assistant"}""")]
    [InlineData("""{"role":"developer","content":"x"}""")]
    [InlineData("""{"role":"tool","tool_call_id":"1","content":[{"type":"text","text":"x"}]}""")]
    [InlineData("""{"role":"user","content":[{"type":"image_url","image_url":{"url":"https://example.com/a.png"}},{"type":"new_kind"}]}""")]
    public void Messages_of_every_kind_are_taken(string message) =>
        Chat.Parse($$"""{"messages":[{{message}}]}""").Prompt.Messages.ShouldBe(1);

    [Theory]
    [InlineData("""{}""", "messages", "missing_required_parameter")]
    [InlineData("""{"messages":null}""", "messages", "missing_required_parameter")]
    [InlineData("""{"messages":"x"}""", "messages", "invalid_type")]
    [InlineData("""{"messages":[]}""", "messages", "empty_array")]
    [InlineData("""{"messages":["x"]}""", "messages[0]", "invalid_type")]
    [InlineData("""{"messages":[{"content":"x"}]}""", "messages[0].role", "missing_required_parameter")]
    [InlineData("""{"messages":[{"role":1,"content":"x"}]}""", "messages[0].role", "invalid_type")]
    [InlineData("""{"messages":[{"role":"user","content":"x"},{"role":"king","content":"x"}]}""", "messages[1].role", "invalid_value")]
    [InlineData("""{"messages":[{"role":"user"}]}""", "messages[0].content", "missing_required_parameter")]
    [InlineData("""{"messages":[{"role":"user","content":7}]}""", "messages[0].content", "invalid_type")]
    [InlineData("""{"messages":[{"role":"user","content":["x"]}]}""", "messages[0].content[0]", "invalid_type")]
    [InlineData("""{"messages":[{"role":"user","content":[{"text":"x"}]}]}""", "messages[0].content[0].type", "missing_required_parameter")]
    [InlineData("""{"messages":[{"role":"user","content":[{"type":"text"}]}]}""", "messages[0].content[0].text", "missing_required_parameter")]
    [InlineData("""{"messages":[{"role":"user","content":[{"type":"text","text":{}}]}]}""", "messages[0].content[0].text", "invalid_type")]
    public void Wrong_messages_are_refused_with_their_path(string body, string param, string code)
    {
        var error = Chat.Refuse(body);

        (error.Status, error.Type, error.Param, error.Code).ShouldBe((400, "invalid_request_error", param, code));
        error.Message.ShouldContain($"'{param}'");
    }

    [Theory]
    [InlineData("\"model\":7", "model", "invalid_type")]
    [InlineData("\"model\":\"\"", "model", "invalid_value")]
    [InlineData("\"stream\":\"yes\"", "stream", "invalid_type")]
    [InlineData("\"stream_options\":{}", "stream_options", "invalid_value")]
    [InlineData("\"stream\":true,\"stream_options\":[]", "stream_options", "invalid_type")]
    [InlineData("\"stream\":true,\"stream_options\":{\"include_usage\":1}", "stream_options.include_usage", "invalid_type")]
    [InlineData("\"n\":0", "n", "integer_below_min_value")]
    [InlineData("\"n\":129", "n", "integer_above_max_value")]
    [InlineData("\"n\":1.5", "n", "invalid_type")]
    [InlineData("\"n\":1e400", "n", "invalid_type")]
    [InlineData("\"max_tokens\":0", "max_tokens", "integer_below_min_value")]
    [InlineData("\"max_tokens\":\"5\"", "max_tokens", "invalid_type")]
    [InlineData("\"max_completion_tokens\":99999999999", "max_completion_tokens", "integer_above_max_value")]
    [InlineData("\"max_tokens\":1,\"max_completion_tokens\":1", "max_tokens", "unsupported_parameter")]
    [InlineData("\"temperature\":2.1", "temperature", "decimal_above_max_value")]
    [InlineData("\"temperature\":-0.1", "temperature", "decimal_below_min_value")]
    [InlineData("\"temperature\":1e999", "temperature", "decimal_above_max_value")]
    [InlineData("\"temperature\":\"hot\"", "temperature", "invalid_type")]
    [InlineData("\"top_p\":1.1", "top_p", "decimal_above_max_value")]
    [InlineData("\"presence_penalty\":-3", "presence_penalty", "decimal_below_min_value")]
    [InlineData("\"frequency_penalty\":3", "frequency_penalty", "decimal_above_max_value")]
    [InlineData("\"stop\":7", "stop", "invalid_type")]
    [InlineData("\"stop\":[\"a\",7]", "stop[1]", "invalid_type")]
    [InlineData("\"stop\":[\"a\",\"b\",\"c\",\"d\",\"e\"]", "stop", "array_above_max_length")]
    public void Wrong_parameters_are_refused_with_their_path(string member, string param, string code)
    {
        var error = Chat.Refuse($$"""{"messages":[{"role":"user","content":"x"}],{{member}}}""");

        (error.Param, error.Code).ShouldBe((param, code));
    }

    [Theory]
    [InlineData("Model")]
    [InlineData("MAX_TOKENS")]
    [InlineData("\u017Ftream")]
    [InlineData("max_to\u212Aens")]
    public void A_known_member_in_another_case_is_refused(string name) =>
        Chat.Refuse($$"""{"messages":[{"role":"user","content":"x"}],"{{name}}":1}""").Code.ShouldBe("unknown_parameter");

    [Fact]
    public void A_list_of_other_models_is_refused() =>
        Chat.Refuse("""{"messages":[{"role":"user","content":"x"}],"models":["other"]}""").Param.ShouldBe("models");

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[1,]")]
    [InlineData("{\"model\":\"a\",\"model\":\"b\"}")]
    [InlineData("""{"messages":[{"role":"user","content":"\ud800"}]}""")]
    [InlineData("""{"messages":[{"role":"user","content":[{"type":"text","text":"\udc00"}]}]}""")]
    public void What_is_not_JSON_is_refused(string body) => Chat.Refuse(body).Code.ShouldBe("invalid_json");

    [Fact]
    public void What_is_not_UTF8_is_refused()
    {
        ChatRequestParser.TryParse([.. "{\"x\":\""u8, 0xFF, .. "\"}"u8], out _, out var error).ShouldBeFalse();

        error!.Code.ShouldBe("invalid_json");
    }

    [Theory]
    [InlineData("[]", "an array")]
    [InlineData("\"x\"", "a string")]
    [InlineData("null", "null")]
    public void A_body_that_is_no_object_is_refused(string body, string type) => Chat.Refuse(body).Message.ShouldContain(type);

    [Fact]
    public void Every_single_byte_changed_or_dropped_gives_a_request_or_an_error()
    {
        var body = Encoding.UTF8.GetBytes(
            """{"model":"m","messages":[{"role":"user","content":[{"type":"text","text":"\u00e9\ud83d\ude00"}]}],"n":1,"stop":"\n","stream":true}""");
        byte[] replacements = [0, (byte)'"', (byte)'\\', (byte)'{', (byte)'}', (byte)'[', (byte)'u', (byte)'9', 0x80, 0xFF];

        for (var at = 0; at < body.Length; at++)
        {
            ParseEitherWay([.. body[..at], .. body[(at + 1)..]]);
            ParseEitherWay(body[..at]);
            foreach (var replacement in replacements)
            {
                ParseEitherWay([.. body[..at], replacement, .. body[(at + 1)..]]);
            }
        }
    }

    private static void ParseEitherWay(byte[] body) =>
        ChatRequestParser.TryParse(body, out var request, out var error).ShouldBe(request is not null && error is null);
}
