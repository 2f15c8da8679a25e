using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Trellis.Server.Askii.Tests.Support;

namespace Trellis.Server.Askii.Tests.Errors;

/// <summary>Whatever is sent as a chat or as a key, the answer is a refusal in OpenAI's shape or a success.</summary>
public sealed class ChatFuzzTests : ServerTest
{
    [Fact]
    public async Task Any_bytes_are_answered()
    {
        var key = await Ada.KeyAsync();
        foreach (var bytes in ArbMap.Default.GeneratorFor<byte[]>().Sample(100, 100))
            await ShouldBeAnsweredAsync(key, new ByteArrayContent(bytes));
    }

    [Fact]
    public async Task Any_members_are_answered()
    {
        var key = await Ada.KeyAsync();
        var names = Gen.Elements("model", "messages", "stream", "n", "max_tokens", "stop", "stream_options", "tools", "\\ud800");
        var values = Gen.Elements(
            "null", "true", "\"trellis-echo\"", "\"\\ud800\"", "[]", "{}", "-1", "1e999", "[{}]", "[{\"role\":\"user\",\"content\":\"a\"}]",
            "[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"\\ud800\"}]}]", "{\"include_usage\":true}");
        foreach (var members in Gen.ListOf(names.SelectMany(name => values.Select(value => $"\"{name}\":{value}")), 4).Sample(150))
            await ShouldBeAnsweredAsync(key, new StringContent($"{{{string.Join(',', members)}}}", Encoding.UTF8, "application/json"));
    }

    [Fact]
    public async Task Any_visible_text_as_a_key_is_refused()
    {
        var characters = Gen.Choose('!', '~').Select(static code => (char)code);
        foreach (var text in Gen.ArrayOf(characters).Sample(80, 100))
        {
            var answer = await Server.SendAsync(HttpMethod.Get, "/v1/models", "sk-" + new string(text));

            answer.ShouldBeOpenAiError(401, "invalid_request_error", "invalid_api_key");
        }
    }

    private async Task ShouldBeAnsweredAsync(string key, HttpContent body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, ChatBody.Path) { Content = body };
        request.Headers.Authorization = new("Bearer", key);
        using var response = await Server.Http.SendAsync(request, AskiiServer.Cancellation);
        var answer = await Answer.ReadAsync(response);

        answer.Status.ShouldBeOneOf(200, 400, 404);
        if (answer.Status != 200)
            answer.Members.ShouldBe(["error"]);
    }
}
